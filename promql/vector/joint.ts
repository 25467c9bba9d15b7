import { type Expr, replaceSelectors } from '../expr/ast.js';
import { parse } from '../expr/parse.js';
import type { MetricInfo } from '../metric/metric.js';
import { unitOfOperation } from '../unit/arithmetic.js';
import type { Limit } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import { type AnyVector, type Vector, typedVector } from './vector.js';

type Part<L extends string, U extends Unit> = Vector<L, U> | Limit<U> | number;

/**
 * PromQL's own operators between typed vectors: ``promql`${a} + ${b} > ${percent(5)}` ``. Every vector in it carries
 * the same labels, as one-to-one matching demands, and the same unit, which the result has too.
 *
 * @throws Error when the result has another unit, as a quotient has: say `promql.ratio` then.
 */
const ofOneUnit = <L extends string, U extends Unit>(
  text: TemplateStringsArray,
  first: Vector<L, U>,
  ...rest: readonly Part<L, NoInfer<U>>[]
): Vector<L, U> => joined(text, [first, ...rest], first.labels, first.unit);

/** The same where the result is a ratio of the operands' unit, as ``promql.ratio`${errors} / ${all}` `` is. */
const ofRatio = <L extends string, U extends Unit>(
  text: TemplateStringsArray,
  first: Vector<L, U>,
  ...rest: readonly Part<L, NoInfer<U>>[]
): Vector<L, 'ratio'> => joined(text, [first, ...rest], first.labels, 'ratio');

export const promql = Object.assign(ofOneUnit, { ratio: ofRatio });

const placeholder = (index: number): string => `operand_${index}`;

const joined = <L extends string, U extends Unit>(
  text: TemplateStringsArray,
  parts: readonly (AnyVector | Limit | number)[],
  labels: readonly string[],
  unit: Unit,
): Vector<L, U> => {
  const vectors = new Map<string, AnyVector>();
  const written = parts.map((part, i) => {
    if (typeof part === 'number') return String(part);
    if ('value' in part) return String(part.value);
    vectors.set(placeholder(i), part);
    return placeholder(i);
  });
  const source = String.raw({ raw: text }, ...written).trim();
  const skeleton = parse(source, (name) => (vectors.has(name) ? standIn(name) : undefined));
  const result = unitOf(skeleton, (name) => vectors.get(name)?.unit);
  if (result !== unit) {
    throw new Error(
      `promql\`${String.raw({ raw: text }, ...parts.map(() => '${…}')).trim()}\`: the result is ${result === undefined ? 'of no unit' : `in ${result}`}, not in ${unit}; write promql.ratio for a share, or use the functions (divide, multiply, …)`,
    );
  }
  const expr = replaceSelectors(skeleton, ({ metric }) => vectors.get(metric.name)?.expr ?? skeleton);
  return typedVector({ expr, labels, unit });
};

const standIn = (name: string): MetricInfo => ({
  name,
  kind: 'gauge',
  help: '',
  unit: 'count',
  labels: [],
  ownLabels: [],
  values: {},
});

/** The unit of operators between operands; a plain number takes that of the other side. */
const unitOf = (expr: Expr, ofOperand: (name: string) => Unit | undefined): Unit | undefined => {
  if (expr.type === 'selector') return ofOperand(expr.metric.name);
  if (expr.type === 'negation') return unitOf(expr.expr, ofOperand);
  if (expr.type !== 'binary') return undefined;
  const [left, right] = [expr.left, expr.right].map((side) => unitOf(side, ofOperand));
  if (expr.bool) return 'boolean';
  if (left === undefined || right === undefined) return left ?? right;
  return unitOfOperation(left, expr.operator, right);
};
