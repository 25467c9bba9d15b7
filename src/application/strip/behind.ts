import { type RuleSeverity, severities } from '#alerts/rule/facts.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Counted } from '#dashboards/strip/facts.js';
import { aggregated, binary, orZero } from '#dashboards/strip/promql.js';
import { byKey } from '#ground/by-key.js';
import { type Expr, type Selector, selectors } from '#promql/expr/ast.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { shortened } from './targets.js';

/** The gravest of these. */
const gravest = (alerts: readonly AlertRule[]): RuleSeverity =>
  severities.find((each) => alerts.some(({ severity }) => severity === each)) ?? 'none';

/** Whether a server answers its exporter, by the exporters that are known, and what people call it. */
const servers: Readonly<Record<string, string>> = {
  pg_up: 'PostgreSQL',
  redis_up: 'Redis',
  nginx_up: 'nginx',
};

/** Selectors of which an alert reads one, as they are written in it, without what lies back or ahead. */
const readBy = (alert: AlertRule, isMeant: (selector: Selector) => boolean): readonly Selector[] =>
  selectors(alert.condition.signal)
    .filter(isMeant)
    .map(({ type, metric, matchers }) => ({ type, metric, matchers }));

/** Each selector that alerts read, once, with those alerts. */
const watched = (
  alerts: readonly AlertRule[],
  isMeant: (selector: Selector) => boolean,
): readonly { readonly selector: Selector; readonly by: readonly AlertRule[] }[] => {
  const all = alerts.flatMap((alert) => readBy(alert, isMeant).map((selector) => ({ selector, alert })));
  const keyed = byKey(all, ({ selector }) => JSON.stringify([selector.metric.name, selector.matchers]));
  return [...keyed.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ selector: first.selector, by: same.map(({ alert }) => alert) }] : [];
  });
};

/** Servers behind exporters. Where an exporter is lost nobody knows of them: then they are not told. */
export const countedServers = (alerts: readonly AlertRule[]): readonly Counted[] =>
  watched(alerts, ({ metric }) => Object.hasOwn(servers, metric.name)).map(({ selector, by }) => {
    const name = servers[selector.metric.name] ?? selector.metric.name;
    const [up, of]: readonly [Expr, Expr] = [aggregated('sum', selector), aggregated('count', selector)];
    return { name: { ko: name, en: name }, up, of, severity: gravest(by) };
  });

/** By what kube-state-metrics tells how many of a workload's pods are ready, and how many are wanted. */
const wanted: Readonly<Record<string, readonly [info: MetricInfo, label: string]>> = {
  [kubeStateMetrics.deploymentAvailable.info.name]: [kubeStateMetrics.deploymentReplicas.info, 'deployment'],
  [kubeStateMetrics.statefulSetReady.info.name]: [kubeStateMetrics.statefulSetReplicas.info, 'statefulset'],
  [kubeStateMetrics.daemonSetReady.info.name]: [kubeStateMetrics.daemonSetDesired.info, 'daemonset'],
};

/** What pods of several workloads are called: by the part of the application that their alert is of. */
const podsName = ({ matchers }: Selector, label: string, application: string, part: string | undefined) => {
  const [one = '', ...more] = (matchers.find((each) => each.label === label)?.value ?? '').split('|');
  const of =
    more.length > 0 || one === '' ? (part === application ? '' : (part ?? '')) : shortened(one, application);
  return { ko: `${of} 파드`.trim(), en: `${of} pods`.trim() };
};

/** The sum of what is counted, each as 0 where it is not there. */
const added = (all: readonly Expr[]): Expr => all.map(orZero).reduce((sum, each) => binary(sum, '+', each));

/** What nobody is woken for is told together. */
export const countedPods = (alerts: readonly AlertRule[], application: string): readonly Counted[] => {
  const all = eachPods(alerts, application);
  const [critical, others] = [
    all.filter(({ severity }) => severity === 'critical'),
    all.filter(({ severity }) => severity !== 'critical'),
  ];
  if (others.length < 2) return all;
  const together: Counted = {
    name: { ko: '그 밖의 파드', en: 'other pods' },
    up: added(others.map(({ up }) => up)),
    of: added(others.map(({ of }) => of)),
    severity: 'warning',
  };
  return [...critical, together];
};

/** Pods that are ready, of those that are wanted, of each of the workloads that alerts watch. */
const eachPods = (alerts: readonly AlertRule[], application: string): readonly Counted[] =>
  watched(
    alerts,
    ({ metric, matchers }) => Object.hasOwn(wanted, metric.name) && matchers.length > 0,
  ).flatMap(({ selector, by }) => {
    const [metric, label = ''] = wanted[selector.metric.name] ?? [];
    if (!metric) return [];
    const desired: Selector = { type: 'selector', metric, matchers: selector.matchers };
    return [
      {
        name: podsName(selector, label, application, by[0]?.component),
        up: aggregated('sum', selector),
        of: aggregated('sum', desired),
        severity: gravest(by),
      },
    ];
  });
