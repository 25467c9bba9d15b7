import { isLegacyLabelName, isLegacyMetricName } from '#promql/metric/spelling.js';
import { quoted } from './string-text.js';

/** A label as PromQL and Alertmanager write it: between quotes where not every release knows it without. */
export const spelledLabel = (label: string): string => (isLegacyLabelName(label) ? label : quoted(label));

/** A label with its value. */
export const spelledPair = (label: string, operator: string, value: string): string =>
  spelledLabel(label) + operator + quoted(value);

/**
 * A metric with what stands between its braces: `name{a="b"}`, `{"dotted.name", a="b"}`, `{a="b"}`. Without any of these the braces are
 * left out, unless they are wanted.
 */
export const spelledSeries = (name: string, inside: readonly string[], braces = false): string => {
  const isBare = name === '' || isLegacyMetricName(name);
  const all = [...(isBare ? [] : [quoted(name)]), ...inside];
  const block = all.length > 0 || name === '' || braces ? `{${all.join(', ')}}` : '';
  return isBare ? name + block : block;
};
