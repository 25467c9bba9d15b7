import { namedValues } from '#promql/metric/choice.js';
import { type Expr, type Selector, walk } from './ast.js';
import { scrapedSelectors, unfolded } from './recorded.js';

const isNamed = (expr: Expr | undefined, label: string): boolean =>
  expr?.type === 'string' && expr.value === label;

/** What a function or an aggregation makes of a label: one value, or no one knows which; nothing where it leaves it alone. */
const madeHere = (expr: Expr, label: string): readonly (string | undefined)[] => {
  if (expr.type === 'aggregation')
    return expr.operator === 'count_values' && isNamed(expr.parameter, label) ? [undefined] : [];
  if (expr.type !== 'call' || !/^label_/.test(expr.function) || !isNamed(expr.args[1], label)) return [];
  const [, , replacement] = expr.args;
  const isFixed = expr.function === 'label_replace' && replacement?.type === 'string';
  return [isFixed && !replacement.value.includes('$') ? replacement.value : undefined];
};

const made = (expr: Expr, label: string): readonly (string | undefined)[] =>
  unfolded(expr)
    .flatMap((each) => [...walk(each)])
    .flatMap((each) => madeHere(each, label));

const chosen = ({ metric, matchers }: Selector, label: string): readonly string[] | undefined =>
  matchers
    .filter((each) => each.label === label)
    .map(namedValues)
    .find((values) => values !== undefined) ?? metric.values[label];

/**
 * The values between which an expression chooses for a label of its series: those that its selectors name, that its metrics declare
 * or that it makes. `undefined` where it leaves them open.
 */
export const chosenValues = (expr: Expr, label: string): readonly string[] | undefined => {
  const selected = scrapedSelectors(expr)
    .filter((each) => each.metric.labels.includes(label) || each.matchers.some((m) => m.label === label))
    .map((each) => chosen(each, label));
  const values = [...selected, ...made(expr, label)];
  return values.length === 0 || values.includes(undefined)
    ? undefined
    : [...new Set(values.flatMap((each) => each ?? []))];
};
