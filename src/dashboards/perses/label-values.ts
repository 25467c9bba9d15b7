import type { Plugin } from './model.js';

/** `label_values(metric{…}, label)`, or of all series: `label_values(label)`. */
const labelValues = /^label_values\((?:(.*),)?\s*([\w-]+)\s*\)$/s;

/** A query of Grafana for the values of a label as Perses asks it; nothing of another query. */
export const labelValuesOf = (query: string, datasource: object): Plugin | undefined => {
  const [found, matcher, labelName = ''] = labelValues.exec(query.trim()) ?? [];
  return found === undefined
    ? undefined
    : {
        kind: 'PrometheusLabelValuesVariable',
        spec: { ...datasource, labelName, ...(matcher !== undefined && { matchers: [matcher.trim()] }) },
      };
};
