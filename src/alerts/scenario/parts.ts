import { type Expr, type Selector, children } from '#promql/expr/ast.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Behaviour } from './behaviour.js';
import { duringFault, withNumbers } from './course.js';
import { edgeOf } from './histogram.js';
import { reads } from './selected.js';

/** A selector, and what puts its series together: the nearest aggregation around it. */
interface Gathered {
  readonly selector: Selector;
  readonly operator?: string;
  /** Labels by which its series are still told apart. */
  readonly kept: readonly string[];
}

const gathered = (
  expr: Expr,
  nearest: Pick<Gathered, 'operator' | 'kept'> = { kept: [] },
): readonly Gathered[] => {
  if (expr.type === 'selector') return [{ selector: expr, ...nearest }];
  if (expr.type !== 'aggregation') return children(expr).flatMap((each) => gathered(each, nearest));
  const { operator, grouping } = expr;
  const kept =
    grouping?.type === 'without'
      ? [...labelsIn(expr.expr)].filter((label) => !grouping.labels.includes(label))
      : (grouping?.labels ?? []);
  return gathered(expr.expr, { operator, kept });
};

const labelsIn = (expr: Expr): ReadonlySet<string> =>
  new Set(
    expr.type === 'selector' ? expr.metric.labels : children(expr).flatMap((each) => [...labelsIn(each)]),
  );

/** Labels of the target come first: several pods of one thing are what happens everywhere. */
const oftenSeveral = ['instance', 'pod', 'endpoint'];

/** A label of a metric by which two series of it may differ and nobody tells them apart. */
const freeLabel = ({ labels, name }: MetricInfo, read: readonly Gathered[]): string | undefined => {
  const taken = new Set(
    read
      .filter(({ selector }) => selector.metric.name === name)
      .flatMap(({ kept, selector }) => [...kept, ...selector.matchers.map(({ label }) => label), 'le']),
  );
  return [...oftenSeveral, ...labels].find((label) => labels.includes(label) && !taken.has(label));
};

/** What one of two series reads, such that both together read the value: unequal, and whole where it is whole. */
const lesserPart = (value: number): number =>
  Number.isInteger(value) ? Math.floor(value * 0.3) : value * 0.3;

/** Of which family and of which labels a series is: all buckets of one histogram are of the same. */
const kinOf = ({ metric, labels: { le: _, ...labels } }: Behaviour): string =>
  JSON.stringify([metric.family ?? metric.name, labels]);

/** What a series cannot be under; a counter never falls. */
const leastOf = ({ metric: { range, unit }, course }: Behaviour): number =>
  range?.[0] ?? (unit === 'boolean' || course.type === 'counter' ? 0 : -Infinity);

/** How much a histogram observes in all, while the fault lasts. */
const observed = (series: readonly Behaviour[], kin: string): number =>
  duringFault(series.find((each) => edgeOf(each) === Infinity && kinOf(each) === kin));

/**
 * The same series, each in two that are put together again: unequal parts of a sum, a lower one beside a maximum, a higher one
 * beside a minimum. Whoever sums where the greatest is meant, or the other way round, reads something else. The larger part is now
 * of one and now of the other, and the lower or higher one each time another share of it, so that a quotient of two greatest parts is
 * no quotient of the sums or of the least. Of a histogram one part has the least that is observed and the other the rest, so that the
 * greatest of its buckets are no histogram of both.
 */
export const inParts = (series: readonly Behaviour[], exprs: readonly Expr[]): readonly Behaviour[] => {
  // Of what is only asked for there are no parts.
  const read = exprs.flatMap((expr) => gathered(expr)).filter(({ operator }) => operator !== 'group');
  const families = new Map<string, number>();
  return series.flatMap((behaviour) => {
    const { metric, labels } = behaviour;
    const readers = read.filter(({ selector }) => reads(selector, behaviour));
    const [operator, ...others] = new Set(readers.map((each) => each.operator));
    const label = freeLabel(metric, read);
    if (label === undefined || others.length > 0 || operator === undefined) return [behaviour];
    const kin = kinOf(behaviour);
    if (!families.has(kin)) families.set(kin, families.size);
    const nth = families.get(kin) ?? 0;
    const swapped = nth % 2 === 1;
    const lesser =
      edgeOf(behaviour) === undefined
        ? lesserPart
        : (value: number) => Math.min(value, lesserPart(observed(series, kin)));
    const called = (name: string, change: (value: number) => number): Behaviour =>
      withNumbers({ ...behaviour, labels: { ...labels, [label]: name } }, change);
    const [one, two] = swapped ? ['b', 'a'] : ['a', 'b'];
    switch (operator) {
      case 'sum':
        return [called(one, lesser), called(two, (value) => value - lesser(value))];
      case 'max':
        // Where less than the value cannot be, one series is all there is.
        return duringFault(behaviour) > leastOf(behaviour)
          ? [
              called(one, (value) => value),
              called(two, (value) =>
                value > 0 ? value / (nth + 2) : Math.max(leastOf(behaviour), value * 2 - 1),
              ),
            ]
          : [behaviour];
      case 'min':
        return [
          called(one, (value) => value),
          called(two, (value) => (metric.unit === 'boolean' ? 1 : (nth + 2) * value + 1)),
        ];
      default:
        return [behaviour];
    }
  });
};
