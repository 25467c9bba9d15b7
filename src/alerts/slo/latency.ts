import { type Fault, refusal } from '#ground/fault.js';
import type { Histogram } from '#promql/metric/metric.js';
import { countOf, upTo } from '#promql/metric/parts.js';
import { isNative } from '#promql/metric/storage.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Limit, seconds } from '#promql/unit/limit.js';
import { topk } from '#promql/vector/aggregate.js';
import { observations, observationsOver } from '#promql/vector/histogram.js';
import { byOwnLabels } from '#alerts/text/own-labels.js';
import { distributed, nativeEdge, sizesAround } from '#alerts/scenario/histogram.js';
import { withLabels } from '#alerts/scenario/labels.js';
import { type Localized, type Spoken, completed, languagesOf } from '#ground/language.js';
import { type Sli, all, counting, good, none, requests } from './sli.js';

export interface Counting {
  /**
   * The bucket edge that is used where the histogram has none at the threshold: the next one up, which is looser, or
   * the next one down, which is stricter. The texts say which.
   */
  readonly countedAs?: Limit<'seconds'>;
  /** What is counted, as a noun; `requests` by default. */
  readonly events?: Spoken;
}

/**
 * What takes longer than a threshold is bad. The threshold must be an edge of the histogram's buckets: of what lies
 * within a bucket nobody knows on which side it was. A native histogram without custom buckets has so many that any threshold will do: the
 * one bucket in which it lies is parted as if what is in it were spread.
 *
 * @throws Error on a threshold that is no edge and is not counted as the next one, naming both.
 */
export const latency = (
  histogram: Histogram<never, 'seconds'>,
  threshold: Limit<'seconds'>,
  { countedAs, events = requests }: Counting = {},
): Sli => {
  const { name, stored, buckets = [] } = histogram.info;
  const fault = stored === 'native' ? withoutEdges(countedAs) : edgeFault(buckets, threshold, countedAs);
  if (fault !== undefined) throw refusal(`latency of ${name}`, fault);
  const edge = countedAs ?? threshold;
  const own = byOwnLabels(histogram);
  const { ko, en } = completed(events);
  return {
    languages: languagesOf(events),
    events: { ko, en },
    failures: {
      ko: `${humanize(edge)}보다 오래 걸린 ${ko}`,
      en: `${en} slower than ${humanize(edge)}`,
    },
    ...(countedAs && { note: noteOn(threshold, countedAs) }),
    ...(isNative(histogram.info)
      ? { total: histogram }
      : { total: countOf(histogram), counts: { good: upTo(histogram, edge.value) } }),
    eventsIn: (window) => observations(histogram, window),
    // A histogram exports all its buckets, so there is one wherever there is a count.
    badIn: (window, counted) => observationsOver(histogram, edge.value, window, undefined, counted),
    worstIn: (window) => topk(10, observationsOver(histogram, edge.value, window, own)),
    series: observed(histogram, edge.value),
  };
};

/** Nothing is counted as anything else where there are no edges. */
const withoutEdges = (countedAs: Limit<'seconds'> | undefined): Omit<Fault, 'where'> | undefined =>
  countedAs && {
    what: humanize(countedAs),
    code: 'setting-for-nothing',
    why: `a native histogram counts at the threshold itself, yet it is counted as ${humanize(countedAs)}`,
    cure: 'leave countedAs out',
  };

const edgeFault = (
  edges: readonly number[],
  { value }: Limit<'seconds'>,
  countedAs: Limit<'seconds'> | undefined,
): Omit<Fault, 'where'> | undefined => {
  const nearest = [edges.findLast((edge) => edge < value), edges.find((edge) => edge > value)]
    .filter((edge) => edge !== undefined)
    .map((edge) => seconds(edge));
  const text = humanize(seconds(value));
  if (edges.includes(value)) {
    return countedAs
      ? {
          what: humanize(countedAs),
          code: 'setting-for-nothing',
          why: `${text} is a bucket edge itself, yet is counted as ${humanize(countedAs)}`,
          cure: 'leave countedAs out',
        }
      : undefined;
  }
  if (countedAs && nearest.some((edge) => edge.value === countedAs.value)) return undefined;
  const counted = countedAs ? ` counted as ${humanize(countedAs)}` : '';
  const choices = nearest
    .map(
      (edge) =>
        `countedAs: seconds(${edge.value}), which is ${edge.value > value ? 'looser' : 'stricter'} than ${text}`,
    )
    .join(', or ');
  return {
    what: text,
    code: 'limit-between-buckets',
    why: `${text}${counted} is no bucket edge, so what took longer cannot be told from what did not`,
    cure: `write ${choices} (edges ${edges.join(', ')})`,
  };
};

const noteOn = (threshold: Limit<'seconds'>, edge: Limit<'seconds'>): Localized => {
  const [meant, used] = [humanize(threshold), humanize(edge)];
  const looser = edge.value > threshold.value;
  return {
    ko: `목표는 ${meant}이지만 히스토그램에 그 경계가 없어, ${looser ? '더 느슨한' : '더 엄격한'} 다음 경계인 ${used} 기준으로 셉니다.`,
    en: `The objective says ${meant}, where the histogram has no bucket edge; what counts is the ${looser ? 'looser' : 'stricter'} edge next to it, ${used}.`,
  };
};

/**
 * The series by which good and bad are told apart: good events lie exactly at the edge, which still counts as good, bad
 * ones at the next edge.
 */
const observed = (histogram: Histogram<never, 'seconds'>, edge: number): Sli['series'] => {
  const told = toldApart(histogram, edge);
  return (traffic, further = {}) =>
    distributed(
      histogram,
      {},
      told.map(({ upper, share }) => ({ edge: upper, perSecond: counting(traffic, share) })),
      counting(traffic, all),
    ).map(withLabels(further));
};

const toldApart = (histogram: Histogram<never, 'seconds'>, edge: number) => {
  if (histogram.info.stored === 'native') {
    const { within, beyond } = sizesAround(histogram, edge);
    return [
      { upper: nativeEdge(within), share: good },
      { upper: nativeEdge(beyond), share: all },
    ];
  }
  const edges = [...(histogram.info.buckets ?? []), Infinity];
  const at = edges.indexOf(edge);
  return edges
    .slice(Math.max(at - 1, 0), at + 2)
    .map((upper) => ({ upper, share: upper > edge ? all : upper === edge ? good : none }));
};
