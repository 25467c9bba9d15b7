import type { Localized } from '#ground/language.js';
import { withParticle } from '#ground/particle.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Tail, edgeFor, shareOf } from './tail.js';

/** A limit of a tail as sentences say it. */
export interface TailWords {
  /** The share that may be over it: `5%`. */
  readonly share: string;
  /** What is over this is counted: the limit itself, or the next edge of the buckets. */
  readonly edge: string;
  /** The limit in brackets, behind the share that is over the edge. */
  readonly limit: Localized;
  /** What a runbook adds where the limit is no edge; nothing where it is. */
  readonly note: Localized;
}

/** @param events What takes so long, as a noun: `requests`. */
export const tailWords = <L extends string>(
  tail: Tail<L>,
  events: Localized,
  limit: Limit<'seconds'>,
): TailWords => {
  const counted = edgeFor(tail, limit);
  const [share, edge, meant] = [humanize(shareOf(tail)), humanize(counted), humanize(limit)];
  if (counted.value === limit.value) {
    return {
      share,
      edge,
      limit: { ko: `(기준 ${share})`, en: `(limit ${share})` },
      note: { ko: '', en: '' },
    };
  }
  return {
    share,
    edge,
    limit: {
      ko: `(기준은 ${withParticle(meant, '을/를')} 넘는 ${share}이며, 다음 버킷 경계인 ${edge}에서 셈)`,
      en: `(the limit is ${share} over ${meant}, counted at the next bucket edge, ${edge})`,
    },
    note: {
      ko: ` 히스토그램에 ${meant} 경계가 없고 한 버킷 안에서는 얼마나 걸렸는지 알 수 없으므로, 다음 경계인 ${withParticle(edge, '을/를')} 넘은 ${withParticle(events.ko, '을/를')} 셉니다. 애플리케이션의 버킷에 ${meant} 경계를 더하면 그 기준으로 셉니다.`,
      en: ` The histogram has no bucket edge at ${meant}, and within a bucket nobody knows how long anything took, so ${events.en} over the next edge, ${edge}, are counted. With an edge at ${meant} among the application's buckets those over ${meant} would be.`,
    },
  };
};
