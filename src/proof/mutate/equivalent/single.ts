import type { Expr } from '#promql/expr/ast.js';
import { labelsOf } from '#promql/expr/labels.js';
import { admitted } from '#promql/metric/match.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Place } from '#proof/mutate/place.js';

const ofOne = ['sum', 'max', 'min', 'avg'];

/** Aggregations of one series each: what is kept already tells all series apart. */
export const oneSeriesEach = ({ expr }: Place, { by }: Edit): string | undefined => {
  if (expr.type !== 'aggregation' || by.type !== 'aggregation' || expr.grouping !== by.grouping)
    return undefined;
  if (expr.expr === by.expr && isAbsence(expr.expr)) return 'absent makes a single series, which is 1';
  if (expr.expr !== by.expr || !ofOne.includes(expr.operator) || !ofOne.includes(by.operator))
    return undefined;
  if (expr.grouping?.type === 'without') return undefined;
  const kept = expr.grouping?.labels ?? [];
  const telling = tellingLabels(expr.expr);
  return telling?.every((label) => kept.includes(label))
    ? `each group holds one series: ${telling.length === 0 ? 'there is only one' : `${telling.join(', ')} are kept`}`
    : undefined;
};

const isAbsence = (expr: Expr): boolean =>
  expr.type === 'call' && (expr.function === 'absent' || expr.function === 'absent_over_time');

const sameSeries =
  /^(i?rate|increase|delta|deriv|floor|ceil|round|abs|(sum|avg|min|max|count|last)_over_time)$/;

/** The labels by which an expression's series can differ; nothing where that is not known. */
const tellingLabels = (expr: Expr): readonly string[] | undefined => {
  const labels = labelsOf(expr);
  if (labels !== 'scraped') return [...labels];
  if (expr.type === 'range') return tellingLabels(expr.selector);
  if (expr.type === 'call' && sameSeries.test(expr.function))
    return expr.args[0] ? tellingLabels(expr.args[0]) : undefined;
  if (expr.type !== 'selector' || expr.metric.labels.length === 0) return undefined;
  const fixed = expr.matchers.filter(({ operator }) => operator === '=').map(({ label }) => label);
  return expr.metric.labels.filter((label) => !fixed.includes(label));
};

/** Matchers that let every value of a closed set pass. */
export const admitsAll = ({ expr }: Place, { by }: Edit): string | undefined => {
  if (expr.type !== 'selector' || by.type !== 'selector') return undefined;
  const { values } = expr.metric;
  const passing = (each: typeof expr.matchers, label: string): string =>
    each
      .filter((one) => one.label === label)
      .reduce((left, one) => admitted(one, left), values[label] ?? [])
      .join();
  const changed = expr.matchers.find((each) => !by.matchers.includes(each));
  if (!changed || !values[changed.label]) return undefined;
  const { label } = changed;
  return passing(expr.matchers, label) === passing(by.matchers, label)
    ? `${label} is one of ${values[label]?.join(', ')}, of which the same pass`
    : undefined;
};
