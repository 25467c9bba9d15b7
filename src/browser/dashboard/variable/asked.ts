import { regexOf } from './options.js';

/** What a variable asks of Prometheus. */
export type VariableQuery =
  | { readonly kind: 'labels' }
  | { readonly kind: 'values'; readonly label: string; readonly selector?: string }
  | { readonly kind: 'metrics'; readonly regex: RegExp }
  | { readonly kind: 'result'; readonly expr: string }
  | { readonly kind: 'series'; readonly selector: string };

/** The query of a variable as Grafana's data source reads it: `label_values(up{job="api"}, instance)`, `query_result(…)`. */
export const askedOf = (query: string): VariableQuery => {
  const text = query.trim();
  if (/^label_names\(.*\)$/s.test(text)) return { kind: 'labels' };
  const values = /^label_values\(\s*(?:(.+),)?\s*([^,\s]+)\s*\)$/s.exec(text);
  if (values) {
    const selector = values[1]?.trim();
    return { kind: 'values', label: values[2] ?? '', ...(selector && { selector }) };
  }
  const metrics = /^metrics\((.+)\)$/s.exec(text);
  if (metrics) return { kind: 'metrics', regex: regexOf((metrics[1] ?? '').trim()) ?? /(?!)/ };
  const result = /^query_result\((.+)\)$/s.exec(text);
  if (result) return { kind: 'result', expr: result[1] ?? '' };
  return { kind: 'series', selector: text };
};
