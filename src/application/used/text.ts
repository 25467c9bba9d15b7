import { withoutVariables } from '#dashboards/raw-expression.js';
import type { Expr, Selector } from '#promql/expr/ast.js';
import { PromqlError, parse } from '#promql/expr/parse.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { literal } from '#promql/metric/match.js';
import { bareMetric } from '#promql/metric/metric.js';

/** What a variable of Grafana's is replaced by, wherever it stands in a name. */
const variable = /variable_\w+/g;
const open = (name: string): string => name.replace(variable, '.*');

/** The names of metrics that a selector reads, as a pattern of whole names: `node_.*`; `.+` of one that names none. */
export const namesOf = ({ metric, matchers }: Selector): string => {
  if (metric.name !== '') return metric.name.includes('variable_') ? open(metric.name) : literal(metric.name);
  const named = matchers.find(({ label, operator }) => label === '__name__' && !operator.startsWith('!'));
  if (named === undefined) return '.+';
  if (named.value.startsWith('$') || named.value.includes('variable_'))
    return open(named.value.replace(/^\$\w+$/, '.*'));
  return named.operator === '=' ? literal(named.value) : named.value;
};

/** What a text reads: patterns of names; of one that is no PromQL, its words, of which some may be names. */
export interface TextReads {
  readonly patterns: readonly string[];
  readonly words: readonly string[];
}

/** What is asked for the values of a variable: `label_values(up{job="x"}, instance)`, `query_result(…)`, `metrics(redis_.*)`. */
const asked = /^\s*(label_values|label_names|query_result|metrics)\s*\((.*)\)\s*$/s;

const parsed = (text: string): TextReads => {
  try {
    const expr: Expr = parse(withoutVariables(text), bareMetric);
    return { patterns: scrapedSelectors(expr).map(namesOf), words: [] };
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return { patterns: [], words: [...new Set(text.match(/[a-zA-Z_:][\w:.]*/g) ?? [])] };
  }
};

/** What a text reads that Grafana asks Prometheus, its variables aside: PromQL, or what offers the values of a variable. */
export const readsOfText = (text: string): TextReads => {
  const [, word, inside = ''] = asked.exec(text) ?? [];
  switch (word) {
    case undefined:
      return parsed(text);
    case 'label_values': {
      const [series] = /^.*(?=,[^,]*$)/s.exec(inside) ?? [];
      // the values of a label wherever it is: whatever has a target has that of its target in `up`
      return series === undefined ? { patterns: [], words: [] } : parsed(series);
    }
    case 'metrics':
      return { patterns: [open(withoutVariables(inside.trim()))], words: [] };
    default:
      return inside.trim() === '' || word === 'label_names' ? { patterns: [], words: [] } : parsed(inside);
  }
};
