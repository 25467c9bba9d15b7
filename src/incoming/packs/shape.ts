import {
  type Binary,
  type Call,
  type ComparisonOperator,
  type Expr,
  type Selector,
  isComparison,
} from '#promql/expr/ast.js';

/** Labels that say whose series are meant, not what they tell. */
const places = ['namespace', 'job', 'instance', 'cluster', 'service', 'endpoint', 'pod', 'container'];

/** Labels of disks and file systems, of which rules leave out those that are none. */
const ofDisks = ['device', 'fstype', 'mountpoint'];

/** Series without whose they are, and without which disks are left out of them. */
const ofSelector = ({ metric, matchers }: Selector): string => {
  const said = matchers
    .filter(
      ({ label, operator }) =>
        !places.includes(label) && !(ofDisks.includes(label) && operator.startsWith('!')),
    )
    .map(({ label, operator, value }) => `${label}${operator}${value}`);
  return said.length === 0 ? metric.name : `${metric.name}{${said.toSorted().join()}}`;
};

/** Functions of a window or of a value after which it tells the same. */
const idle = /^((last|avg|max|min)_over_time|floor|ceil|round|sort|sort_desc)$/;

const ofCall = ({ function: name, args }: Call): string => {
  const [first] = args;
  const shapes = args.map(shapeOf);
  return idle.test(name) && first !== undefined
    ? shapeOf(first).replace(/\[\]$/, '')
    : `${name}(${shapes.join(', ')})`;
};

/** What stands in where there are no series: `vector(0)`, with a label or without. */
const isStandIn = (expr: Expr): boolean =>
  expr.type === 'call' &&
  (expr.function === 'vector' ||
    (expr.function === 'label_replace' && expr.args.slice(0, 1).some(isStandIn)));

const isNumber = (expr: Expr, value: number): boolean => expr.type === 'number' && expr.value === value;

const ofBinary = ({ operator, left, right }: Binary): string => {
  if (operator === 'or' && isStandIn(right)) return shapeOf(left);
  // a percentage tells what its share tells, and a divisor that is kept over 0 is the divisor
  if (operator === '*' && (isNumber(right, 100) || isNumber(left, 100)))
    return shapeOf(isNumber(right, 100) ? left : right);
  if (isComparison(operator) && isNumber(right, 0)) return shapeOf(left);
  return `(${shapeOf(left)} ${operator} ${shapeOf(right)})`;
};

/** Aggregations of one series that are what it is. */
const choosing = ['max', 'min', 'avg', 'group'];

/** What an expression tells, whatever its windows, whose series it means and by which labels it tells them apart. */
export const shapeOf = (expr: Expr): string => {
  switch (expr.type) {
    case 'number':
      return String(expr.value);
    case 'string':
      return JSON.stringify(expr.value);
    case 'selector':
      return ofSelector(expr);
    case 'range':
      return `${ofSelector(expr.selector)}[]`;
    case 'subquery':
      return `${shapeOf(expr.expr)}[]`;
    case 'negation':
      return `-${shapeOf(expr.expr)}`;
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return choosing.includes(expr.operator)
        ? shapeOf(expr.expr)
        : `${expr.operator}(${shapeOf(expr.expr)})`;
    case 'binary':
      return ofBinary(expr);
  }
};

const flipped: Readonly<Record<string, string>> = { high: 'low', low: 'high' };

const directionOf = (operator: ComparisonOperator, limit: number): string => {
  if (operator.startsWith('>')) return 'high';
  return operator.startsWith('<') || (operator === '==' && limit === 0) ? 'low' : `${operator} ${limit}`;
};

/** What a condition tells, whatever its limit: what is too high, or too low. What is left of all is too low where the rest is too high. */
export const toldBy = (signal: Expr, operator: ComparisonOperator, limit: number): string => {
  const direction = directionOf(operator, limit);
  const rest =
    signal.type === 'binary' &&
    signal.operator === '-' &&
    (isNumber(signal.left, 1) || isNumber(signal.left, 100))
      ? signal.right
      : undefined;
  return rest === undefined
    ? `${direction} ${shapeOf(signal)}`
    : `${flipped[direction] ?? direction} ${shapeOf(rest)}`;
};
