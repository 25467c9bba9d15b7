import type { AnyMetric } from '../promql/metric/metric.js';
import type { AnyVector } from '../promql/vector/vector.js';
import { print } from '../promql/expr/print.js';
import { fixedLabel } from './fixed-label.js';

const block = (language: string, lines: readonly string[]): string =>
  ['```' + language, ...lines, '```'].join('\n');

/** Commands for a runbook, in Markdown, to be copied into a shell. What a person must fill in stands in `filledIn`. */
export const commands = (...lines: readonly string[]): string => block('sh', lines);

/** An expression for a runbook, to be copied into Prometheus. */
export const query = ({ expr }: Pick<AnyVector, 'expr'>): string => block('promql', [print(expr)]);

/** `kubectl` in the namespace to which an alert's metrics are narrowed, else in the one that is set. */
export const kubectl = (metric: AnyMetric, rest: string): string => {
  const namespace = fixedLabel(metric, 'namespace');
  return `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}${rest}`;
};

/**
 * A line in which a person writes what nobody knows before; further lines say `"$POD"`. Quoted, so that a shell which is
 * given it as it is takes it for a name that does not exist, and for nothing worse.
 */
export const filledIn = (variable: string, what: string): string => `${variable}='${what}'`;

/** The same of what the alert says in a label: `DEPLOYMENT='label deployment of the alert'`. */
export const asAlerted = (label: string): string =>
  filledIn(label.toUpperCase(), `label ${label} of the alert`);

/** A pod for `kubectl logs` and `exec`, and the lines by which it is found. */
export interface Pod {
  readonly find: readonly string[];
  readonly pod: string;
}

/** A pod that a person chooses from all in the namespace. */
export const chosenPod = (metric: AnyMetric, which = 'a pod of the list'): Pod => ({
  find: [kubectl(metric, 'get pods'), filledIn('POD', which)],
  pod: '"$POD"',
});

/** A pod of what exports a metric: of its Service where that is known, or an alert by `service` says it; else a chosen one. */
export const exportingPod = (metric: AnyMetric, by: readonly string[] = [], which?: string): Pod => {
  const service = fixedLabel(metric, 'service');
  const pods = kubectl(metric, 'get pods');
  if (service !== undefined) return { find: [pods], pod: `service/${service}` };
  return by.includes('service')
    ? { find: [pods, asAlerted('service')], pod: '"service/$SERVICE"' }
    : chosenPod(metric, which);
};

/** What the exporter of a metric logged last, where its Service is known. */
export const exporterLogs = (metric: AnyMetric): readonly string[] => {
  const service = fixedLabel(metric, 'service');
  return service === undefined ? [] : [kubectl(metric, `logs service/${service} --tail=20`)];
};
