import { scrapesOf } from '#application/application.js';
import { adviceOf } from '#cost/advice.js';
import { type PlaceCost, clusterCost } from '#cost/place.js';
import { needOf } from '#cost/server.js';
import { inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { across } from './apart.js';
import type { Judged, Law } from './law.js';

/** What is added up over a place. */
interface Sum {
  readonly used: number;
  readonly stored: number;
  readonly samplesPerSecond: number;
}

const add = (all: readonly Sum[]): Sum =>
  all.reduce(
    (sum, { used, stored, samplesPerSecond }) => ({
      used: sum.used + used,
      stored: sum.stored + stored,
      samplesPerSecond: sum.samplesPerSecond + samplesPerSecond,
    }),
    { used: 0, stored: 0, samplesPerSecond: 0 },
  );

/** What a cluster of these sums costs. */
const costOf = (place: Pick<PlaceCost, 'name' | 'given' | 'isSaid'>, sum: Sum): PlaceCost => {
  const { shards, retention } = place.given;
  const series = sum.stored / shards;
  return {
    ...place,
    of: 'cluster',
    applications: [],
    total: { targets: 0, scraped: sum.stored, ...sum },
    series,
    need: needOf(series, sum.samplesPerSecond / shards, inSeconds(retention)),
  };
};

const told = (cost: PlaceCost): readonly Fault[] =>
  adviceOf(cost).map(({ of, why, cure }) => ({
    where: `${cost.name}/platform`,
    what: of,
    code: 'server-too-small',
    why,
    cure,
    isHint: true,
  }));

/** What is known of one application, or of the platform. */
const costAlone = ({ applications, cluster }: Judged) => {
  if (cluster?.deliversPlatform !== true) return undefined;
  const { name, given, isSaid, total, applications: costs } = clusterCost(cluster);
  const isReckoned = applications.some((each) =>
    scrapesOf(each).some(({ reckoned }) => reckoned !== undefined),
  );
  // What the platform scrapes for itself is counted beside applications.
  return applications.length === 0
    ? { sum: add([total]), isReckoned, place: { name, given, isSaid } }
    : { sum: add(costs), isReckoned };
};

/**
 * A Prometheus that is given less than its series need is killed, or forgets sooner than it says. What they need is an estimate, so it is told, and
 * nothing is refused for it; of a platform that nobody described nothing is known.
 *
 * What an application stores, and what of that it uses, follows from it alone, unless a scrape keeps what is used, by whomever.
 */
export const everyServerHoldsItsSeries: Law = across({
  summary: costAlone,
  judge: (all) => {
    if (all.some(({ isReckoned }) => isReckoned)) return undefined;
    const sum = add(all.map((each) => each.sum));
    return all.flatMap(({ place }) => (place ? told(costOf(place, sum)) : []));
  },
  whole: ({ cluster, applications }) =>
    cluster?.deliversPlatform === true ? told(clusterCost({ ...cluster, applications })) : [],
});
