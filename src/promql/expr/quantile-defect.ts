import { type Reason, reasons } from '#ground/fault.js';
import { type Call, type Expr, selectors, walk } from './ast.js';
import { inline } from './inline.js';
import { labelsOf } from './labels.js';
import { passing } from './selected.js';

/** What a function that reads a quantile cannot read. */
export const quantileDefects = (expr: Call): readonly Reason[] => [
  ...reasons('no-such-label', withoutEdges(expr)),
  ...reasons('bad-quantile', withoutLastEdge(expr)),
  ...(/^(histogram_quantile|quantile_over_time)$/.test(expr.function)
    ? reasons('bad-quantile', quantileOutside(expr, 'quantile', expr.args[0]))
    : []),
];

/** A quantile that is asked for as a percentage, of which Prometheus makes an infinity. */
export const quantileOutside = (
  expr: Expr,
  operator: string,
  quantile: Expr | undefined,
): readonly string[] =>
  operator === 'quantile' && quantile?.type === 'number' && !(quantile.value >= 0 && quantile.value <= 1)
    ? [
        `'${inline(expr)}' asks for the quantile ${quantile.value}, and a quantile is between 0 and 1, so Prometheus answers with an infinity; write ${quantile.value > 1 && quantile.value <= 100 ? quantile.value / 100 : 'e.g. 0.95'}`,
      ]
    : [];

/** The buckets that a quantile is read of, where they are those of a classic histogram. */
const bucketsOf = (expr: Call): Expr | undefined => {
  const [, buckets] = expr.function === 'histogram_quantile' ? expr.args : [];
  const read = buckets ? selectors(buckets) : [];
  return read.length > 0 && read.every(({ metric }) => metric.name.endsWith('_bucket')) ? buckets : undefined;
};

/** A classic histogram's quantile is read between the edges of its buckets. */
const withoutEdges = (expr: Call): readonly string[] => {
  const buckets = bucketsOf(expr);
  if (!buckets) return [];
  const labels = labelsOf(buckets);
  const isGone = labels === 'scraped' ? dropsEdges(buckets) : !labels.has('le');
  return isGone ? [`'${inline(expr)}' reads 'le', which is gone; aggregate by le too`] : [];
};

/** Of how many were observed in all the last bucket tells, and without it the quantile is NaN. */
export const leavesOutLast = (expr: Call): boolean => {
  const buckets = bucketsOf(expr);
  const edges = buckets ? selectors(buckets).map((each) => passing(each, 'le')) : [];
  return edges.some((each) => each && each.length > 0 && !each.some((edge) => /^\+?inf$/i.test(edge)));
};

const withoutLastEdge = (expr: Call): readonly string[] =>
  leavesOutLast(expr)
    ? [
        `'${inline(expr)}' is NaN, since a matcher of le leaves out the last bucket, +Inf, which counts all; leave out the matcher`,
      ]
    : [];

/** Whether series of any other labels are told apart by no edge. */
const dropsEdges = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      each.type === 'aggregation' && each.grouping?.type === 'without' && each.grouping.labels.includes('le'),
  );
