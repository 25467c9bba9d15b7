import { type Aggregation, type Binary, type Call, type Expr, isSetOperator } from '#promql/expr/ast.js';
import { isFilter } from '#promql/expr/comparison.js';
import { inline } from '#promql/expr/inline.js';
import { labelsOf } from '#promql/expr/labels.js';
import { quantileDefects } from '#promql/expr/quantile-defect.js';
import { isScalar } from '#promql/expr/scalar.js';
import { contradicted } from '#promql/expr/selected.js';
import { isAlwaysThere } from './always-there.js';
import type { Blame } from './blame.js';
import { doubted } from './doubted.js';
import { goneAndThere } from './existing.js';
import { constant, follows, heldOf, isContradiction, keptOf } from './held.js';
import type { LabelValues } from './label-values.js';
import { type Known, neverHolds } from './never-holds.js';
import { neverMatched } from './never-matched.js';
import { tooFew } from './too-few.js';

/** Why an expression never has a series, whatever is scraped, by its smallest part; nothing where it may have some. */
export const nothingOf = (expr: Expr, known: Known): Blame | undefined => {
  switch (expr.type) {
    case 'selector': {
      // What is declared of its values may be a guess.
      const [label] = contradicted({ ...expr, metric: { ...expr.metric, values: {} } });
      return label === undefined
        ? undefined
        : {
            blame: expr,
            why: `'${inline(expr)}' selects nothing: its matchers of ${label} let nothing through together`,
          };
    }
    case 'range':
      return nothingOf(expr.selector, known);
    case 'subquery':
    case 'negation':
      return nothingOf(expr.expr, known);
    case 'call':
      return ofCall(expr, known);
    case 'aggregation':
      return nothingOf(expr.expr, known) ?? ofAggregation(expr);
    case 'binary':
      return ofBinary(expr, known);
    default:
      return undefined;
  }
};

const ofCall = (expr: Call, known: Known): Blame | undefined => {
  const { function: name, args } = expr;
  const [first] = args;
  if (name === 'absent' || name === 'absent_over_time')
    return first && isAlwaysThere(first)
      ? { blame: expr, why: `'${inline(expr)}' is never there, since '${inline(first)}' always is` }
      : undefined;
  // A number is always there.
  if (name === 'vector' || name === 'scalar') return undefined;
  const series = args.find((each) => each.type !== 'string' && !isScalar(each));
  return (series && nothingOf(series, known)) ?? tooFew(expr, known) ?? withoutEdges(expr);
};

/** Buckets without their edges are no buckets, and make no quantile. */
const withoutEdges = (expr: Call): Blame | undefined => {
  const sure = doubted(expr);
  return sure.type === 'call' && quantileDefects(sure).some(({ code }) => code === 'no-such-label')
    ? { blame: expr, why: `'${inline(expr)}' reads le, which is gone` }
    : undefined;
};

const ofAggregation = (expr: Aggregation): Blame | undefined => {
  const { operator, parameter } = expr;
  const count = /^(topk|bottomk|limitk)$/.test(operator) && parameter ? constant(parameter) : undefined;
  return count !== undefined && count < 1
    ? { blame: expr, why: `'${inline(expr)}' keeps ${count} series` }
    : undefined;
};

const ofBinary = (expr: Binary, known: Known): Blame | undefined => {
  const { operator, left, right } = expr;
  const sides = [left, right].filter((side) => !isScalar(side));
  // A number, which an alert takes for a series that is always there.
  if (sides.length === 0) return undefined;
  if (operator === 'or') return ofEither(expr, known);
  if (operator === 'unless') return nothingOf(left, known) ?? contradiction(expr) ?? allTaken(expr);
  const [empty] = sides.flatMap((side) => nothingOf(side, known) ?? []);
  return (
    empty ??
    unmatched(expr) ??
    (isFilter(expr) ? neverHolds(expr, known) : undefined) ??
    contradiction(expr) ??
    (isSetOperator(operator) || sides.length > 1 ? goneOf(expr) : undefined)
  );
};

/** Where neither side has a series. */
const ofEither = (expr: Binary, known: Known): Blame | undefined => {
  const [left, right] = [nothingOf(expr.left, known), nothingOf(expr.right, known)];
  if (!left || !right) return undefined;
  return inline(left.blame) === inline(right.blame)
    ? left
    : { blame: expr, why: `neither side is ever there: ${left.why}; ${right.why}` };
};

const labelText = (label: string, { list = [] }: LabelValues): string | undefined => {
  if (list.length === 0) return undefined;
  return list.join('') === '' ? `no ${label}` : `${label} ${list.map((each) => `"${each}"`).join(' or ')}`;
};

const unmatched = (expr: Binary): Blame | undefined => {
  const found = neverMatched(expr);
  if (!found) return undefined;
  const { label } = found;
  const [left, right] = [found.left, found.right].map(
    (values) => labelText(label, values) ?? `another ${label}`,
  );
  return {
    blame: expr,
    why: `the sides of '${inline(expr)}' never match: series with ${left} on the left, with ${right} on the right`,
  };
};

const contradiction = (expr: Binary): Blame | undefined => {
  const held = heldOf(expr);
  const texts = [...new Set(held.map(({ of }) => of))];
  return texts.some((text) => isContradiction(held.filter(({ of }) => of === text)))
    ? { blame: expr, why: `'${inline(expr)}' holds for no value` }
    : undefined;
};

const goneOf = (expr: Binary): Blame | undefined => {
  const gone = goneAndThere(doubted(expr.left), doubted(expr.right));
  return (
    gone && {
      blame: expr,
      why: `'${inline(expr)}' asks '${inline(gone)}' to be there and to be absent at once`,
    }
  );
};

/** Where what `unless` takes away is all that there is. */
const allTaken = (expr: Binary): Blame | undefined => {
  const { left, right } = expr;
  const blame = {
    blame: expr,
    why: `'${inline(expr)}' leaves nothing: its right side takes away all of its left`,
  };
  if (isAlwaysThere(right) && isOneKey(expr)) return blame;
  if (inline(keptOf(left)) !== inline(keptOf(right)) || !isOnlyCompared(right)) return undefined;
  const held = heldOf(left);
  return heldOf(right).every((each) => follows(held, each)) ? blame : undefined;
};

/** Whether all series of both sides match each other: by no label at all. */
const isOneKey = ({ left, right, matching }: Binary): boolean => {
  if (matching) return matching.type === 'on' && matching.labels.length === 0;
  return [left, right].every((side) => {
    const labels = labelsOf(doubted(side));
    return labels !== 'scraped' && labels.size === 0;
  });
};

/** Whether an expression is what is kept of it after comparisons with numbers alone, which are all known. */
const isOnlyCompared = (expr: Expr): boolean => {
  if (inline(expr) === inline(keptOf(expr))) return true;
  if (!isFilter(expr)) return false;
  const [series, limit] = isScalar(expr.left) ? [expr.right, expr.left] : [expr.left, expr.right];
  return constant(limit) !== undefined && isOnlyCompared(series);
};
