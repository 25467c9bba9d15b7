import type { AnyMetric } from '#promql/metric/metric.js';
import { asAlerted, filledIn } from '#alerts/text/command.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import type { Running } from './place.js';

/** `kubectl` in the namespace to which an alert's metrics are narrowed, else in the one that is set. */
export const kubectl = (metric: AnyMetric, rest: string): string => {
  const namespace = fixedLabel(metric, 'namespace');
  return `kubectl ${namespace === undefined ? '' : `-n ${namespace} `}${rest}`;
};

/** A pod that a person chooses from all in the namespace. */
export const chosenPod = (metric: AnyMetric, which = 'a pod of the list'): Running => ({
  find: [kubectl(metric, 'get pods'), filledIn('POD', which)],
  name: '"$POD"',
});

/** A pod of what exports a metric: of its Service where that is known, or an alert by `service` says it; else a chosen one. */
export const exportingPod = (metric: AnyMetric, by: readonly string[] = [], which?: string): Running => {
  const service = fixedLabel(metric, 'service');
  const pods = kubectl(metric, 'get pods');
  if (service !== undefined) return { find: [pods], name: `service/${service}` };
  return by.includes('service')
    ? { find: [pods, asAlerted('service')], name: '"service/$SERVICE"' }
    : chosenPod(metric, which);
};

/** What the exporter of a metric logged last, where its Service is known. */
export const exporterLogs = (metric: AnyMetric): readonly string[] => {
  const service = fixedLabel(metric, 'service');
  return service === undefined ? [] : [kubectl(metric, `logs service/${service} --tail=20`)];
};

/** A command inside the exporter of a metric, where its Service is known. */
export const inExporter = (metric: AnyMetric, command: string): readonly string[] => {
  const service = fixedLabel(metric, 'service');
  return service === undefined ? [] : [kubectl(metric, `exec service/${service} -- ${command}`)];
};
