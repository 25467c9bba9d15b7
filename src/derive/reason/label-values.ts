import type { Aggregation, Binary, Call, Expr, Selector, VectorMatching } from '#promql/expr/ast.js';
import { isSetOperator } from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';
import { passing } from '#promql/expr/selected.js';
import { admitted } from '#promql/metric/match.js';

/** What a label of an expression's series may be, by what is sure of them. No value at all is the empty text. */
export interface LabelValues {
  /** All that it may be, where that is known one by one. */
  readonly list?: readonly string[];
  /** Whether it may be this; of what is not known it may. */
  readonly admits: (value: string) => boolean;
}

const anything: LabelValues = { admits: () => true };
const oneOf = (list: readonly string[]): LabelValues => ({ list, admits: (value) => list.includes(value) });
const none = oneOf(['']);

/** What a label may be of the series of an expression. */
export const labelValues = (expr: Expr, label: string): LabelValues => {
  switch (expr.type) {
    case 'selector':
      return ofSelector(expr, label);
    case 'range':
      return ofSelector(expr.selector, label);
    case 'subquery':
    case 'negation':
      return labelValues(expr.expr, label);
    case 'call':
      return ofCall(expr, label);
    case 'aggregation':
      return ofAggregation(expr, label);
    case 'binary':
      return ofBinary(expr, label);
    default:
      return none;
  }
};

const ofSelector = (selector: Selector, label: string): LabelValues => {
  const own = selector.matchers.filter((each) => each.label === label);
  // What is declared of a metric's values may be a guess here: only what its matchers name is sure.
  const list = passing({ ...selector, metric: { ...selector.metric, values: {} } }, label);
  return {
    ...(list && { list }),
    admits: (value) => own.every((matcher) => admitted(matcher, [value]).length > 0),
  };
};

/** Functions whose series have labels of their own, not those of what they read. */
const ofNoSeries = /^(vector|minute|hour|day_of_week|day_of_month|day_of_year|days_in_month|month|year)$/;

const ofCall = ({ function: name, args }: Call, label: string): LabelValues => {
  const series = args.find((each) => each.type !== 'string' && !isScalar(each));
  if (!series) return ofNoSeries.test(name) ? none : anything;
  if (name === 'absent' || name === 'absent_over_time') return ofAbsent(series, label);
  if (name === 'label_replace' || name === 'label_join')
    return args[1]?.type === 'string' && args[1].value === label
      ? madeBy(name, args)
      : labelValues(series, label);
  if (name === 'info') return anything;
  return label === 'le' && /^histogram_(quantile|fraction)$/.test(name) ? none : labelValues(series, label);
};

/** What `label_replace` always makes, whatever it finds: `label_replace(x, "team", "shop", "", "")`. */
const madeBy = (name: string, [, , replacement, , pattern]: readonly Expr[]): LabelValues =>
  name === 'label_replace' &&
  replacement?.type === 'string' &&
  pattern?.type === 'string' &&
  !replacement.value.includes('$') &&
  /^(|\(?\.\*\)?)$/.test(pattern.value)
    ? oneOf([replacement.value])
    : anything;

/** What is absent has the labels that its selector fixes, each once. */
const ofAbsent = (expr: Expr, label: string): LabelValues => {
  const selector = expr.type === 'range' ? expr.selector : expr;
  if (selector.type !== 'selector') return none;
  const own = selector.matchers.filter((each) => each.label === label);
  if (own.length > 1) return anything;
  const [matcher] = own;
  return matcher?.operator === '=' ? oneOf([matcher.value]) : none;
};

const ofAggregation = ({ operator, parameter, expr, grouping }: Aggregation, label: string): LabelValues => {
  if (/^(topk|bottomk|limitk|limit_ratio)$/.test(operator)) return labelValues(expr, label);
  if (operator === 'count_values' && parameter?.type === 'string' && parameter.value === label)
    return anything;
  const isKept = grouping !== undefined && (grouping.type === 'by') === grouping.labels.includes(label);
  return isKept ? labelValues(expr, label) : none;
};

const ofBinary = ({ operator, left, right, matching }: Binary, label: string): LabelValues => {
  if (isScalar(left)) return labelValues(right, label);
  if (isScalar(right)) return labelValues(left, label);
  if (operator === 'or') return either(labelValues(left, label), labelValues(right, label));
  if (isSetOperator(operator)) return labelValues(left, label);
  const group = matching?.group;
  const [many, one] = group?.side === 'right' ? [right, left] : [left, right];
  if (group) return labelValues(group.include.includes(label) ? one : many, label);
  return isMatched(matching, label) ? labelValues(left, label) : none;
};

const either = (one: LabelValues, other: LabelValues): LabelValues => ({
  ...(one.list && other.list && { list: [...new Set([...one.list, ...other.list])] }),
  admits: (value) => one.admits(value) || other.admits(value),
});

/** Whether series of two sides must have the same value of a label to find each other. */
export const isMatched = (matching: VectorMatching | undefined, label: string): boolean =>
  !matching || (matching.type === 'on') === matching.labels.includes(label);
