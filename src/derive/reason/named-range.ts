import type { Selector } from '#promql/expr/ast.js';
import { type Bounds, notNegative } from '#promql/expr/bounds-arithmetic.js';

/**
 * Names that everybody uses for what is or is not: whether a target answers (https://prometheus.io/docs/concepts/jobs_instances/), a probe succeeds, a
 * state is the present one, and what is always 1 for the sake of its labels
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/#info, https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/).
 */
const trueOrNot: readonly RegExp[] = [
  /^(up|ALERTS|.+_info)$/,
  /^(pg|mysql|redis|mongodb|memcached|rabbitmq|elasticsearch|nginx|haproxy|apache|consul|phpfpm)_up$/,
  /^probe_(success|http_ssl|failed_due_to_regex)$/,
  /^node_filesystem_(readonly|device_error)$/,
  /^kube_node_status_condition$|^kube_pod_status_(phase|ready|scheduled|unschedulable)$|^kube_node_spec_unschedulable$/,
  /^kube_pod_container_status_(waiting|running|terminated|ready)(_reason)?$/,
];

const bytes = /_bytes$/;
/** Of what differs from something else there may be less than nothing, and -1 says that there is no limit. */
const mayBeNegative =
  /(^|_)(delta|diff|difference|change|growth|drift|lag|offset|balance|remaining|headroom|max|limit|quota)_/;

/** What values a metric can have by its name, where that says it. */
export const namedRange = (name: string): Bounds | undefined => {
  if (trueOrNot.some((each) => each.test(name))) return [0, 1];
  return bytes.test(name) && !mayBeNegative.test(name) ? notNegative : undefined;
};

/** Series of a metric whose range its name tells, unless it is known otherwise. */
export const ranged = (selector: Selector): Selector => {
  const { metric } = selector;
  const range = metric.range === undefined && metric.kind === 'gauge' ? namedRange(metric.name) : undefined;
  return range === undefined ? selector : { ...selector, metric: { ...metric, range } };
};
