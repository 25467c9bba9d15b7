import type { Aggregation, Binary, Call, Expr } from '#promql/expr/ast.js';
import { isComparison, isSetOperator } from '#promql/expr/ast.js';
import { fixedMatchers } from '#promql/expr/labels.js';
import { compares } from './compares.js';
import { type Read, type Result, type World, isNothing, isSeries } from './world.js';

/**
 * What an expression reads in a world of which little is known, such as that some series are gone: by Prometheus's own rules where they
 * decide, `unknown` where they do not.
 */
export const evaluate = (expr: Expr, world: World): Result => {
  switch (expr.type) {
    case 'number':
      return expr.value;
    case 'selector':
      return world(expr);
    case 'range':
      return world(expr.selector);
    case 'subquery':
      return evaluate(expr.expr, world);
    case 'negation':
      return mapped(evaluate(expr.expr, world), (value) => -value);
    case 'call':
      return ofCall(expr, world);
    case 'aggregation':
      return ofAggregation(expr, evaluate(expr.expr, world));
    case 'binary':
      return ofBinary(expr, evaluate(expr.left, world), evaluate(expr.right, world));
    default:
      return 'unknown';
  }
};

const mapped = (result: Result, change: (value: number) => number): Result => {
  if (result === 'unknown') return result;
  if (typeof result === 'number') return change(result);
  return result.map(({ labels, value }) => ({ labels, value: change(value) }));
};

/** Functions over a window in which a series read one value all the time. */
const keepsSteady = /^(last|avg|min|max|quantile)_over_time$|^(sort|sort_desc)$/;

const ofCall = ({ function: name, args }: Call, world: World): Result => {
  const [first] = args;
  if (!first) return 'unknown';
  if (name === 'vector') return first.type === 'number' ? [{ labels: {}, value: first.value }] : 'unknown';
  const read = evaluate(first, world);
  if (name === 'absent' || name === 'absent_over_time') {
    if (!isSeries(read)) return 'unknown';
    return read.length > 0 ? [] : [{ labels: fixedMatchers(first), value: 1 }];
  }
  if (isNothing(read) || args.some((each) => each !== first && isNothing(evaluate(each, world)))) return [];
  if (!isSeries(read)) return 'unknown';
  if (keepsSteady.test(name)) return read;
  if (name === 'present_over_time') return read.map(({ labels }) => ({ labels, value: 1 }));
  if (name === 'label_replace') return labelled(read, args.slice(1));
  return 'unknown';
};

/** `label_replace(x, "job", "shop", "", "")`, which says of every series what it is of. */
const labelled = (read: readonly Read[], args: readonly Expr[]): Result => {
  const [label, text, from, pattern] = args.map((arg) => (arg.type === 'string' ? arg.value : undefined));
  if (label === undefined || text === undefined || from !== '' || pattern !== '') return 'unknown';
  return read.map(({ labels, value }) => ({
    labels: { ...labels, [label]: text.replaceAll('$$', '$') },
    value,
  }));
};

const operators: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((sum, each) => sum + each, 0),
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  group: () => 1,
  avg: (values) => values.reduce((sum, each) => sum + each, 0) / values.length,
};

const ofAggregation = ({ operator, grouping, parameter }: Aggregation, read: Result): Result => {
  if (isNothing(read)) return [];
  const together = operators[operator];
  if (!isSeries(read) || !together || parameter || grouping?.type === 'without') return 'unknown';
  const kept = ({ labels }: Read) =>
    Object.fromEntries((grouping?.labels ?? []).map((label) => [label, labels[label] ?? '']));
  const groups = new Map<string, readonly Read[]>();
  for (const each of read) {
    const key = JSON.stringify(kept(each));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map((each) => ({ labels: kept(each), value: together(group.map(({ value }) => value)) })),
  );
};

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const ofBinary = (expr: Binary, left: Result, right: Result): Result => {
  const { operator, bool } = expr;
  if (isSetOperator(operator)) return ofSets(expr, left, right);
  if (isNothing(left) || isNothing(right)) return [];
  const isLeft = isSeries(left);
  const [series, number] = isLeft ? [left, right] : [right, left];
  if (typeof number !== 'number' || !isSeries(series)) return 'unknown';
  if (isComparison(operator))
    return bool
      ? 'unknown'
      : series.filter(({ value }) =>
          isLeft ? compares(value, operator, number) : compares(number, operator, value),
        );
  const reckon = arithmetic[operator];
  return reckon
    ? mapped(series, (value) => (isLeft ? reckon(value, number) : reckon(number, value)))
    : 'unknown';
};

const ofSets = ({ operator, matching }: Binary, left: Result, right: Result): Result => {
  const key = ({ labels }: Read): string =>
    JSON.stringify(
      Object.entries(labels)
        .filter(([label, value]) => value !== '' && isMatched(label))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const isMatched = (label: string): boolean =>
    !matching || (matching.type === 'on') === matching.labels.includes(label);
  if (operator === 'or') {
    if (!isSeries(left) || !isSeries(right)) return 'unknown';
    const keys = new Set(left.map(key));
    return [...left, ...right.filter((each) => !keys.has(key(each)))];
  }
  if (isNothing(left)) return [];
  if (!isSeries(right) || !isSeries(left)) return operator === 'and' && isNothing(right) ? [] : 'unknown';
  const keys = new Set(right.map(key));
  return left.filter((each) => keys.has(key(each)) === (operator === 'and'));
};
