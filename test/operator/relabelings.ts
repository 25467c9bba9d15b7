import { isObject } from '#ground/field.js';
import type { RelabelConfig } from '../scraped.js';

/** The operator's fields of a relabeling, by Prometheus's names of them. */
const names: Readonly<Record<string, keyof RelabelConfig>> = {
  sourceLabels: 'source_labels',
  separator: 'separator',
  regex: 'regex',
  modulus: 'modulus',
  targetLabel: 'target_label',
  replacement: 'replacement',
  action: 'action',
};

/** The `metric_relabel_configs` that the operator generates of a ServiceMonitor's `metricRelabelings`. */
export const metricRelabelConfigs = (relabelings: unknown): readonly RelabelConfig[] => {
  if (!Array.isArray(relabelings)) throw new Error('the ServiceMonitor has no metricRelabelings');
  return relabelings.map((relabeling: unknown) => {
    if (!isObject(relabeling)) throw new Error('a relabeling is no object');
    return Object.fromEntries(
      Object.entries(relabeling).map(([field, value]) => {
        const name = names[field];
        if (name === undefined) throw new Error(`the operator knows no field ${field} of a relabeling`);
        return [name, value];
      }),
    );
  });
};
