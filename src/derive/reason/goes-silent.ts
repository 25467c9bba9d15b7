import type { Asked } from '#derive/derivation.js';
import { type Aggregation, type Binary, type ComparisonOperator, type Expr, walk } from '#promql/expr/ast.js';
import { comparedSides, isFilter } from '#promql/expr/comparison.js';
import { inline } from '#promql/expr/inline.js';
import { isScalar } from '#promql/expr/scalar.js';
import { constant } from './held.js';
import { required } from './required.js';
import type { Weakness } from './weakness.js';

/** An aggregation over the series that a comparison with a number has kept, of what is there or is enough: it is gone where that keeps none. */
interface Kept extends Aggregation {
  readonly expr: Binary;
}

const isKept = (expr: Expr): expr is Kept =>
  expr.type === 'aggregation' &&
  /^(count|sum)$/.test(expr.operator) &&
  isFilter(expr.expr) &&
  [expr.expr.left, expr.expr.right].some(isScalar) &&
  comparedSides(expr.expr).some(({ operator, other }) => isOfWell(operator, constant(other)));

/** Whether what is so is rather well than not: nobody need be told that nothing is 0, or too small. */
const isOfWell = (operator: ComparisonOperator, limit: number | undefined): boolean =>
  limit !== undefined && (operator.startsWith('>') || (operator === '==' && limit !== 0));

type Course = 'falls' | 'rises';
const turned: Readonly<Record<Course, Course>> = { falls: 'rises', rises: 'falls' };

/** The counts of an expression by whose fall it goes this way. */
const countsBy = (expr: Expr, course: Course): readonly Kept[] => {
  if (isKept(expr)) return course === 'falls' ? [expr] : [];
  switch (expr.type) {
    case 'negation':
      return countsBy(expr.expr, turned[course]);
    case 'aggregation':
      return countsBy(expr.expr, course);
    case 'binary': {
      const { operator, left, right } = expr;
      if (/^[+*]$/.test(operator)) return [...countsBy(left, course), ...countsBy(right, course)];
      if (operator === '-') return [...countsBy(left, course), ...countsBy(right, turned[course])];
      // Below a fraction a comparison keeps out what nothing can be divided by.
      return operator === '/' ? countsBy(left, course) : [];
    }
    default:
      return [];
  }
};

/** Which ways a value must go to be so. */
const waysTo = (operator: ComparisonOperator): readonly Course[] => {
  if (operator === '!=') return ['falls', 'rises'];
  if (operator === '==') return [];
  return operator.startsWith('<') ? ['falls'] : ['rises'];
};

/** Whether it is seen elsewhere that nothing is there. */
const isHeeded = (expr: Expr): boolean =>
  [...walk(expr)].some((each) => each.type === 'call' && each.function.startsWith('absent'));

const conditions = (expr: Expr): readonly Binary[] =>
  expr.type === 'binary' && expr.operator === 'or'
    ? [...conditions(expr.left), ...conditions(expr.right)]
    : required(expr);

/** Whether no count is so few: then it never fires, which is told instead. */
const isNever = (side: Expr, operator: ComparisonOperator, other: Expr): boolean => {
  const limit = constant(other);
  if (side.type !== 'aggregation' || side.operator !== 'count' || limit === undefined) return false;
  return operator === '<' ? limit <= 1 : operator === '<=' && limit < 1;
};

/** The same, with a value where nothing is kept. */
const cure = (count: Kept): string => {
  if (count.operator === 'count')
    return `add up which are so: ${inline({ ...count, operator: 'sum', expr: { ...count.expr, bool: true } })}`;
  return count.grouping === undefined ? `put 0 in its place: (${inline(count)} or vector(0))` : '';
};

/**
 * Why an alert of too few ends when none is left: a comparison keeps no series then, and of no series there is no count. It is a guess, since
 * somebody else may be told of that.
 */
export const goesSilent = ({ expr }: Asked): readonly Weakness[] =>
  isHeeded(expr)
    ? []
    : conditions(expr)
        .filter(isFilter)
        .flatMap((each) =>
          comparedSides(each)
            .filter(({ side, operator, other }) => !isNever(side, operator, other))
            .flatMap(({ side, operator }) =>
              waysTo(operator)
                .flatMap((course) => countsBy(side, course))
                .slice(0, 1),
            )
            .slice(0, 1)
            .map((count): Weakness => ({
              kind: 'goes silent',
              certainty: 'guess',
              blame: each,
              why: `where '${inline(count.expr)}' keeps no series, '${inline(count)}' is nothing instead of 0, so '${inline(each)}' is quiet when the last one is gone`,
              cure: cure(count),
            })),
        );
