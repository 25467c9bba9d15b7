import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { identity } from '#alerts/scenario/course.js';
import { nativeSchema } from '#alerts/scenario/histogram.js';
import { type InputSeries, type Piece, decimal, inputSeries, piecesOf, seriesName } from './input-series.js';
import type { Timeline } from './timeline.js';

/** A part of a native histogram, and how it goes on. */
interface Part {
  readonly part: number | 'sum';
  readonly pieces: readonly Piece[];
}

/** What a histogram holds at a moment, or gains from one sample to the next, by its parts. */
type Amounts = ReadonlyMap<number | 'sum', number>;

/**
 * Behaviours over a timeline, in promtool's notation: those of the parts of one native histogram are one series, whose samples are
 * histograms. Promtool 2.42 does not know these.
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export const inputSeriesOf = (
  series: readonly Behaviour[],
  time: Timeline,
  failing?: number,
): readonly InputSeries[] => {
  const histograms = new Map<string, readonly Behaviour[]>();
  for (const each of series.filter(isPart))
    histograms.set(whole(each), [...(histograms.get(whole(each)) ?? []), each]);
  return [
    ...series.filter((each) => !isPart(each)).map((each) => inputSeries(each, time, failing)),
    ...[...histograms.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [nativeSeries([first, ...others], time, failing)],
    ),
  ];
};

const isPart = ({ part }: Behaviour): boolean => part !== undefined;
const whole = ({ part: _, ...behaviour }: Behaviour): string => identity(behaviour);

const nativeSeries = (
  behaviours: readonly [Behaviour, ...Behaviour[]],
  time: Timeline,
  failing: number | undefined,
): InputSeries => {
  const [{ metric, labels }] = behaviours;
  const parts = behaviours.flatMap(({ part, ...behaviour }): readonly Part[] =>
    part === undefined ? [] : [{ part, pieces: piecesOf(behaviour, time, failing) }],
  );
  const text = metric.stored === 'native' ? exponential : customBuckets;
  const cuts = [...new Set(parts.flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to])))];
  const inOrder = cuts.sort((a, b) => a - b);
  const values = inOrder.slice(0, -1).map((from, i) => stretch(parts, from, inOrder[i + 1] ?? from, text));
  return { series: seriesName(metric, labels), values: values.join(' ') };
};

/** Samples from one index up to another, not included. */
const stretch = (
  parts: readonly Part[],
  from: number,
  to: number,
  text: (amounts: Amounts) => string,
): string => {
  const held = new Map<number | 'sum', number>();
  const gained = new Map<number | 'sum', number>();
  for (const { part, pieces } of parts) {
    const piece = pieces.find((each) => each.from <= from && from < each.to);
    if (piece === undefined || piece.start === 'missing') continue;
    held.set(part, piece.start + piece.step * (from - piece.from));
    gained.set(part, piece.step);
  }
  const more = to - from - 1;
  if (held.size === 0) return from === 0 ? `_x${more + 1}` : `stale${more > 0 ? ` _x${more}` : ''}`;
  return more === 0 ? text(held) : `${text(held)}+${text(gained)}x${more}`;
};

/** Upper edges, ascending, each with what is counted between the one before and itself. */
const buckets = (amounts: Amounts): readonly (readonly [edge: number, count: number])[] => {
  const upTo = [...amounts].filter((each): each is [number, number] => each[0] !== 'sum');
  const ascending = upTo.sort(([a], [b]) => a - b);
  // Differences of fractions come out a little off, and nothing is counted less than not at all.
  return ascending.map(([edge, count], i) => [edge, Math.max(0, count - (ascending[i - 1]?.[1] ?? 0))]);
};

const totals = (amounts: Amounts): string =>
  `count:${decimal(amounts.get(Infinity) ?? 0)} sum:${decimal(amounts.get('sum') ?? 0)}`;

const customBuckets = (amounts: Amounts): string => {
  const all = buckets(amounts);
  const edges = all.map(([edge]) => edge).filter(Number.isFinite);
  const counts = all.map(([, count]) => decimal(count));
  return `{{schema:-53 ${totals(amounts)} custom_values:[${edges.join(' ')}] buckets:[${counts.join(' ')}]}}`;
};

/** The place of a bucket by its upper edge: that of 1 is 0. */
const indexOf = (edge: number): number => Math.round(Math.log2(edge) * 2 ** nativeSchema);

const exponential = (amounts: Amounts): string => {
  const all = buckets(amounts);
  const zero = all.find(([edge]) => edge === 0)?.[1] ?? 0;
  const counted = new Map(
    all.filter(([edge]) => edge > 0 && edge < Infinity).map(([edge, count]) => [indexOf(edge), count]),
  );
  const [first, last] = [Math.min(...counted.keys()), Math.max(...counted.keys())];
  const counts = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    decimal(counted.get(first + i) ?? 0),
  );
  const positive = counts.length > 0 ? ` offset:${first} buckets:[${counts.join(' ')}]` : '';
  return `{{schema:${nativeSchema} ${totals(amounts)} z_bucket:${decimal(zero)}${positive}}}`;
};
