import { type Binary, type ComparisonOperator, type Expr, children, isComparison } from '#promql/expr/ast.js';
import { compares } from '#promql/evaluate/compares.js';
import { type Scene, read, samplesOf } from './asking.js';
import { pairsOf } from './pairs.js';

/**
 * How far things are from what is wanted, 0 where they are there. What lies below 50 is the gap of a comparison; above it series are still
 * to be found. Only the order of such numbers says anything.
 */
type Distance = number;

const gapIsUnknown: Distance = 50;
const nothingMeets: Distance = 55;
const sideIsMissing: Distance = 60;
const seriesAreMissing: Distance = 70;
const isThere: Distance = 30;

const inverse: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** How far one value is from comparing so with another. */
const gap = (a: number, operator: ComparisonOperator, b: number): Distance => {
  if (compares(a, operator, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return gapIsUnknown;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return 45;
  const share = Math.abs(a - b) / (Math.abs(a) + Math.abs(b) + 1e-9);
  return 0.01 + share * 5 + (operator === '==' ? 1 : 0);
};

/** How far an expression is from reading a series. */
export const distance = (expr: Expr, scene: Scene): Distance => {
  const value = read(expr, scene);
  if (value === undefined) return seriesAreMissing * 2;
  if (typeof value !== 'object' || value.length > 0) return 0;
  if (expr.type === 'binary') return ofBinary(expr, scene);
  if (expr.type === 'call' && expr.function.startsWith('absent'))
    return expr.args[0] ? isThere + away(expr.args[0], scene) : isThere;
  return (
    seriesAreMissing +
    children(expr)
      .filter(({ type }) => type !== 'number' && type !== 'string' && type !== 'range')
      .reduce((sum, child) => sum + distance(child.type === 'subquery' ? child.expr : child, scene), 0)
  );
};

const ofBinary = (expr: Binary, scene: Scene): Distance => {
  const { operator, left, right } = expr;
  const [toLeft, toRight] = [distance(left, scene), distance(right, scene)];
  if (operator === 'or') return Math.min(toLeft, toRight);
  if (operator === 'unless') return toLeft > 0 ? toLeft + 20 : 1 + away(right, scene);
  if (toLeft + toRight > 0) return sideIsMissing + toLeft + toRight;
  if (operator === 'and') return 45;
  if (!isComparison(operator)) return nothingMeets;
  return Math.min(gapIsUnknown - 1, ...pairsOf(expr, scene).map(([a, b]) => gap(a, operator, b)));
};

/** How far an expression is from reading no series. */
export const away = (expr: Expr, scene: Scene): Distance => {
  // Of a window it is only known that something asks whether there is anything in it.
  if (expr.type === 'range' || expr.type === 'subquery') return isThere;
  const found = samplesOf(read(expr, scene));
  if (found.length === 0) return 0;
  if (expr.type !== 'binary') {
    const inner = children(expr).filter(({ type }) => type !== 'number' && type !== 'string');
    return inner.some(({ type }) => type === 'range' || type === 'selector') || inner.length === 0
      ? isThere
      : Math.max(...inner.map((child) => away(child, scene)));
  }
  const { operator, left, right } = expr;
  if (isComparison(operator) && expr.bool !== true)
    return Math.max(
      0.01,
      pairsOf(expr, scene).reduce((sum, [a, b]) => sum + gap(a, inverse[operator], b), 0),
    );
  if (operator === 'or') return away(left, scene) + away(right, scene);
  if (operator === 'unless') return Math.min(away(left, scene), distance(right, scene));
  return Math.min(away(left, scene), away(right, scene)) || isThere;
};
