import {
  type Aggregation,
  type Binary,
  type Call,
  type Expr,
  type Selector,
  isSetOperator,
  walk,
} from './ast.js';
import { isScalar } from './scalar.js';

/** The labels by which an expression's series are told apart; `scraped` where nothing has fixed them yet. */
export type Labels = ReadonlySet<string> | 'scraped';

const none: ReadonlySet<string> = new Set();

/** Which labels an expression's series carry, by the rules of Prometheus's own evaluation. */
export const labelsOf = (expr: Expr): Labels => {
  switch (expr.type) {
    case 'number':
    case 'string':
      return none;
    case 'selector':
      return ofSelector(expr);
    case 'range':
      return ofSelector(expr.selector);
    case 'subquery':
    case 'negation':
      return labelsOf(expr.expr);
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return ofAggregation(expr);
    case 'binary':
      return ofBinary(expr);
  }
};

/** What is recorded carries the labels of the expression that it is recorded from. */
const ofSelector = ({ metric }: Selector): Labels =>
  metric.recorded ? labelsOf(metric.recorded) : 'scraped';

/** The labels that an expression's series may have: where nothing has fixed them, all that its metrics have, or that it makes. */
export const offeredLabels = (expr: Expr): ReadonlySet<string> => {
  const labels = labelsOf(expr);
  if (labels !== 'scraped') return labels;
  return new Set([...walk(expr)].flatMap(offeredHere));
};

const offeredHere = (expr: Expr): readonly string[] => {
  if (expr.type === 'selector') return expr.metric.labels;
  return expr.type === 'call' ? madeBy(expr) : [];
};

/** The label that a function adds to its series. */
const madeBy = ({ function: name, args: [, to] }: Call): readonly string[] =>
  (name === 'label_replace' || name === 'label_join') && to?.type === 'string' ? [to.value] : [];

/** What is left of labels. */
export const without = (labels: Labels, removed: readonly string[]): Labels =>
  labels === 'scraped' ? labels : new Set([...labels].filter((label) => !removed.includes(label)));
const withLabels = (labels: Labels, added: readonly string[]): Labels =>
  labels === 'scraped' ? labels : new Set([...labels, ...added]);

const together = (one: Labels, other: Labels): Labels =>
  other === 'scraped' ? other : withLabels(one, [...other]);

const ofCall = (expr: Call): Labels => {
  const { function: name, args } = expr;
  const vector = args.find(({ type }) => type !== 'number' && type !== 'string');
  const labels = vector ? labelsOf(vector) : none;
  switch (name) {
    case 'absent':
    case 'absent_over_time':
      return new Set(vector ? fixedLabels(vector) : []);
    case 'vector':
    case 'scalar':
      return none;
    case 'histogram_quantile':
      return without(labels, ['le']);
    case 'label_replace':
    case 'label_join':
      return withLabels(labels, madeBy(expr));
    default:
      return labels;
  }
};

/** The labels that a selector fixes with `=`, with their values, which `absent` gives to its result. */
export const fixedMatchers = (expr: Expr): Readonly<Record<string, string>> => {
  const selector = expr.type === 'range' ? expr.selector : expr;
  if (selector.type !== 'selector') return {};
  const { matchers } = selector;
  return Object.fromEntries(
    matchers
      .filter(({ operator, value }) => operator === '=' && value !== '')
      .filter(({ label }) => matchers.filter((other) => other.label === label).length === 1)
      .map(({ label, value }) => [label, value]),
  );
};

/** Their names. */
export const fixedLabels = (expr: Expr): readonly string[] => Object.keys(fixedMatchers(expr));

const keepsSeries = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

const ofAggregation = ({ operator, parameter, expr, grouping }: Aggregation): Labels => {
  if (keepsSeries.includes(operator)) return labelsOf(expr);
  const added = operator === 'count_values' && parameter?.type === 'string' ? [parameter.value] : [];
  const kept = grouping?.type === 'without' ? without(labelsOf(expr), grouping.labels) : grouping?.labels;
  return kept === 'scraped' ? kept : new Set([...(kept ?? []), ...added]);
};

const ofBinary = ({ operator, left, right, matching }: Binary): Labels => {
  if (isScalar(left)) return labelsOf(right);
  if (operator === 'or') return together(labelsOf(left), labelsOf(right));
  if (isScalar(right) || isSetOperator(operator) || !matching) return labelsOf(left);
  const { type, labels, group } = matching;
  if (group) return withLabels(labelsOf(group.side === 'left' ? left : right), group.include);
  return type === 'on' ? new Set(labels) : without(labelsOf(left), labels);
};
