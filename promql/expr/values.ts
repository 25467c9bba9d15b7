import { namedValues } from '../metric/choice.js';
import { type Expr, type Selector, walk } from './ast.js';
import { scrapedSelectors, unfolded } from './recorded.js';

/** Whether an expression makes up values of a label, which no selector then tells. */
const makes = (expr: Expr, label: string): boolean =>
  unfolded(expr)
    .flatMap((each) => [...walk(each)])
    .some((each) => {
      if (each.type === 'aggregation')
        return each.operator === 'count_values' && named(each.parameter, label);
      return each.type === 'call' && /^label_/.test(each.function) && named(each.args[1], label);
    });

const named = (expr: Expr | undefined, label: string): boolean =>
  expr?.type === 'string' && expr.value === label;

const chosen = ({ metric, matchers }: Selector, label: string): readonly string[] | undefined =>
  matchers
    .filter((each) => each.label === label)
    .map(namedValues)
    .find((values) => values !== undefined) ?? metric.values[label];

/**
 * The values between which an expression chooses for a label of its series: those that its selectors name, or that its metrics
 * declare. `undefined` where a selector leaves them open.
 */
export const chosenValues = (expr: Expr, label: string): readonly string[] | undefined => {
  if (makes(expr, label)) return undefined;
  const values = scrapedSelectors(expr)
    .filter((each) => each.metric.labels.includes(label) || each.matchers.some((m) => m.label === label))
    .map((each) => chosen(each, label));
  return values.length === 0 || values.includes(undefined)
    ? undefined
    : [...new Set(values.flatMap((each) => each ?? []))];
};
