import { selectors } from '#promql/expr/ast.js';
import { PromqlError, parse } from '#promql/expr/parse.js';
import { panelId } from './identity.js';
import { bareMetric } from '#promql/metric/metric.js';

/** A variable of Grafana's in any of its three ways. */
const variable = /\$\{(\w+)(?::[^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\]|\$(\w+)/g;

/** Variables that stand where PromQL has a length of time. */
const window = /(\[|:|offset\s+)\s*(\$\{\w+(?::[^}]*)?\}|\[\[\w+\]\]|\$\w+)/g;

/** Windows that the reader knows as they are. */
const known = ['$__rate_interval', '$__range', '$__interval'];

/** A length that nobody writes, made of the text for which it stands. */
const lengthOf = (text: string): string => `${1_000_000 + (panelId(text) % 1_000_000)}s`;

/**
 * A text of PromQL with Grafana's variables in it as PromQL: each is a name, or a length of time, that stands for it alone.
 */
export const withoutVariables = (text: string): string =>
  text
    .replace(window, (_, before: string, found: string) =>
      known.includes(found) ? `${before}${found}` : `${before}${lengthOf(found)}`,
    )
    .replace(variable, (found: string, braced?: string, bracketed?: string, plain?: string) =>
      known.includes(found) ? found : `variable_${braced ?? bracketed ?? plain}`,
    );

/** The metrics that a text names, as far as it can be read: not those whose names a variable makes. */
export const metricsIn = (text: string): readonly string[] => {
  try {
    return selectors(parse(withoutVariables(text), bareMetric))
      .map(({ metric }) => metric.name)
      .filter((name) => name !== '' && !name.includes('variable_'));
  } catch (error) {
    if (error instanceof PromqlError) return [];
    throw error;
  }
};
