import { type Expr, number, replaceSelectors, walk } from '../expr/ast.js';
import { inline } from '../expr/inline.js';
import { PromqlError, parse } from '../expr/parse.js';
import { percentFault } from '../expr/percent.js';
import { bareMetric } from '../metric/metric.js';
import type { Limit } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import { type Operand, type Operands, unitOfJoint } from './joint-unit.js';
import { type AnyVector, type Vector, typedVector } from './vector.js';

type Part<L extends string, U extends Unit> = Vector<L, U> | Limit<U> | number;

/**
 * PromQL's own operators between typed vectors: ``promql`${a} + ${b} > ${percent(5)}` ``. Every vector in it carries
 * the same labels, as one-to-one matching demands, and the same unit, which the result has too.
 *
 * @throws PromqlError on what is more than operators between what is put in, and when the result has another unit, as a
 * quotient has: say `promql.ratio` then.
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

/** PromQL's operators between typed vectors, of one unit (`promql`) or to a share (`promql.ratio`). */
export const promql = Object.assign(ofOneUnit, { ratio: ofRatio });

const operand = (part: AnyVector | Limit | number): Operand => {
  if (typeof part === 'number') return { expr: number(part) };
  return 'value' in part ? { expr: number(part.value), unit: part.unit } : part;
};

// As long as `${…}`, which stands for it in messages, so that places in the text are told right.
const placeholder = (index: number): string => `o_${String(index).padStart(2, '0')}`;
const shown = (text: string): string => text.replaceAll(/\bo_\d\d\b/g, '${…}');

const parsed = (source: string, operands: Operands): Expr => {
  try {
    return parse(source, (name) => (operands.has(name) ? bareMetric(name) : undefined));
  } catch (error) {
    throw error instanceof PromqlError ? new PromqlError(shown(source), error.faults.map(shown)) : error;
  }
};

const joined = <L extends string, U extends Unit>(
  template: TemplateStringsArray,
  parts: readonly (AnyVector | Limit | number)[],
  labels: readonly string[],
  unit: Unit,
): Vector<L, U> => {
  const operands = new Map(parts.map((part, i) => [placeholder(i), operand(part)]));
  const source = String.raw({ raw: template }, ...operands.keys()).trim();
  const skeleton = parsed(source, operands);
  const foreign = [...walk(skeleton)].filter((each) => !isOperation(each));
  const result = unitOfJoint(skeleton, operands);
  const expr = replaceSelectors(skeleton, (selector) => operands.get(selector.metric.name)?.expr ?? selector);
  const faults =
    foreign.length > 0
      ? foreign.map(
          (each) => `'${inline(each)}': only operators join what is put in; call the function before`,
        )
      : [...(result === unit ? [] : [otherUnit(result, unit)]), ...[percentFault(expr, unit) ?? []].flat()];
  if (faults.length > 0) throw new PromqlError(shown(source), faults.map(shown));
  return typedVector({ expr, labels, unit });
};

const otherUnit = (result: Unit | 'plain' | undefined, unit: Unit): string =>
  `the result is ${result === undefined || result === 'plain' ? 'of no unit' : `in ${result}`}, not in ${unit}; write promql.ratio for a share, or use the functions (divide, multiply, …)`;

/** Whether a part of the text is an operator, a number, or what was put in as it is. */
const isOperation = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'number':
    case 'negation':
      return true;
    case 'binary':
      return expr.matching === undefined;
    case 'selector':
      return expr.matchers.length === 0 && expr.offset === undefined;
    default:
      return false;
  }
};
