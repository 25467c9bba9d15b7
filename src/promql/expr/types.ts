import { type Reason, reasons } from '#ground/fault.js';
import { inSeconds } from '#ground/duration.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import {
  type Aggregation,
  type Binary,
  type Call,
  type Expr,
  type Range,
  type Subquery,
  isComparison,
  isSetOperator,
  walk,
} from './ast.js';
import { type PromqlFunction, type ValueType, aggregations, functions } from './functions.js';
import { inline } from './inline.js';
import { unknownFunction } from './unknown-function.js';

/** What Prometheus takes an expression's value for. */
export const typeOf = (expr: Expr): ValueType => {
  switch (expr.type) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'range':
    case 'subquery':
      return 'matrix';
    case 'negation':
      return typeOf(expr.expr);
    case 'call':
      return functions.get(expr.function)?.gives ?? 'vector';
    case 'binary':
      return typeOf(expr.left) === 'scalar' && typeOf(expr.right) === 'scalar' ? 'scalar' : 'vector';
    default:
      return 'vector';
  }
};

const told: Readonly<Record<ValueType, string>> = {
  scalar: 'a number',
  vector: 'series',
  matrix: 'series over a window',
  string: 'a text',
};

/**
 * What Prometheus refuses of an expression by the types of its parts, and by what its operators and functions take,
 * https://github.com/prometheus/prometheus/blob/release-3.5/promql/parser/parse.go.
 */
export const typeFaults = (expr: Expr): readonly Reason[] => [...walk(expr)].flatMap(faultsHere);

const faultsHere = (expr: Expr): readonly Reason[] => {
  switch (expr.type) {
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return reasons('promql-types', ofAggregation(expr));
    case 'binary':
      return reasons('promql-types', ofBinary(expr));
    case 'negation':
      return reasons('promql-types', wrongSide(expr.expr, `'${inline(expr)}'`));
    case 'subquery':
      return [
        ...reasons('promql-types', wanted(expr.expr, 'vector', `the window of '${inline(expr)}'`)),
        ...ofWindow(expr),
      ];
    case 'range':
      return ofWindow(expr);
    default:
      return [];
  }
};

const wanted = (expr: Expr, type: ValueType, by: string): readonly string[] => {
  const is = typeOf(expr);
  return is === type ? [] : [`${by} takes ${told[type]}, and '${inline(expr)}' is ${told[is]}`];
};

const wrongSide = (side: Expr, by: string): readonly string[] => {
  const is = typeOf(side);
  return is === 'scalar' || is === 'vector'
    ? []
    : [`${by} takes a number or series, and '${inline(side)}' is ${told[is]}`];
};

const ofWindow = (expr: Range | Subquery): readonly Reason[] =>
  [expr.window, ...(expr.type === 'subquery' && expr.step ? [expr.step] : [])]
    .filter((window) => !isDashboardWindow(window) && inSeconds(window) === 0)
    .map((window) => ({
      code: 'zero-length',
      why: `'${inline(expr)}' has a window of ${window}, in which nothing lies; make it longer than 0`,
    }));

const ofCall = (expr: Call): readonly Reason[] => {
  const known = functions.get(expr.function);
  return known
    ? reasons('promql-types', ofArguments(expr, known))
    : [{ code: 'no-such-function', why: unknownFunction(expr.function) }];
};

const ofArguments = (
  { function: name, args }: Call,
  { takes, optional, repeats }: PromqlFunction,
): readonly string[] => {
  if (args.length < takes.length - optional || args.length > takes.length + repeats)
    return [
      `${name} takes ${takes.map((each) => told[each]).join(', ') || 'nothing'}${optional === 0 ? '' : repeats > 0 ? ', which may be repeated' : ', which may be left out'}; ${args.length} ${args.length === 1 ? 'is' : 'are'} given`,
    ];
  return [
    ...args.flatMap((each, i) => {
      const type = takes[i] ?? takes.at(-1);
      return type ? wanted(each, type, name) : [];
    }),
    ...(name === 'info' && args[1] ? ofInfo(args[1]) : []),
  ];
};

/** What is brought along is chosen by its labels alone. */
const ofInfo = (chosen: Expr): readonly string[] =>
  chosen.type === 'selector' && chosen.metric.name === ''
    ? []
    : [`info takes matchers of labels alone, and '${inline(chosen)}' is more; write {…}`];

/** What a query fails by only once it is run. */
const ofNaN = ({ operator, parameter }: Aggregation): readonly string[] =>
  /^(topk|bottomk|limitk|limit_ratio)$/.test(operator) &&
  parameter?.type === 'number' &&
  Number.isNaN(parameter.value)
    ? [`${operator} of NaN series: write how many, such as 5`]
    : [];

const ofAggregation = (aggregation: Aggregation): readonly string[] => {
  const { operator, parameter, expr } = aggregation;
  const type = aggregations.get(operator)?.parameter;
  return [
    ...wanted(expr, 'vector', operator),
    ...(type && parameter ? wanted(parameter, type, `${operator}, before its series,`) : []),
    ...ofNaN(aggregation),
  ];
};

const ofBinary = (expr: Binary): readonly string[] => {
  const { operator, left, right, bool, matching } = expr;
  const sides = [left, right].flatMap((side) => wrongSide(side, operator));
  if (sides.length > 0) return sides;
  const scalars = [left, right].filter((side) => typeOf(side) === 'scalar').length;
  const text = `'${inline(expr)}'`;
  const common = matching?.type === 'on' ? (matching.group?.include ?? []) : [];
  return [
    ...(bool && !isComparison(operator) ? [`${text}: bool is of comparisons alone; leave it out`] : []),
    ...(scalars === 2 && isComparison(operator) && !bool
      ? [`${text} compares two numbers, of which nothing can be kept; write ${operator} bool`]
      : []),
    ...(scalars > 0 && isSetOperator(operator)
      ? [`${text}: ${operator} is of series, and a number is none; write vector(…)`]
      : []),
    ...(scalars > 0 && matching && matching.labels.length > 0
      ? [`${text}: a number has no labels to match by; leave out ${matching.type} (…)`]
      : []),
    ...(isSetOperator(operator) && matching?.group
      ? [`${text}: ${operator} brings nothing along; leave out group_${matching.group.side}`]
      : []),
    ...common
      .filter((label) => matching?.labels.includes(label))
      .map((label) => `${text}: ${label} is matched by, and cannot be brought along too`),
  ];
};
