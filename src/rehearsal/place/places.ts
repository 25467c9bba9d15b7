import type { Language } from '#ground/language.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { type Estate, clustersOf, hostsOf } from '#synth/estate/home.js';
import { inCluster } from './cluster.js';
import { onHost } from './host.js';
import type { Rehearsed } from './rehearsed.js';

/** An application somewhere, of which nothing is made before it is asked for. */
export interface Somewhere {
  readonly application: string;
  readonly language: Language;
  /** The folder of its place: `production`. */
  readonly place: string;
  readonly rehearsed: () => Rehearsed;
}

/**
 * Every application of an estate with its place. Of one that is in several the host comes first: there its alarms are heard today, and a
 * cluster that has the same waits for it.
 */
export const everywhere = (estate: Pick<Estate, 'places'>): readonly Somewhere[] => {
  const clusters = besideEachOther(clustersOf(estate));
  const teller = (name: string) =>
    clusters.find(({ tells }) => tells.some((guest) => guest.name === name)) ??
    clusters.find((each) => each.name === name);
  const all = [
    ...hostsOf(estate).map((host) => ({
      application: host.application.name,
      language: host.application.language,
      place: host.name,
      rehearsed: () => onHost(host),
    })),
    ...clusters.flatMap((cluster) =>
      cluster.applications.map((application) => ({
        application: application.name,
        language: application.language,
        place: cluster.name,
        rehearsed: () => inCluster(application, cluster, teller(cluster.name) ?? cluster),
      })),
    ),
  ];
  const order = [...estate.places]
    .flatMap((place) => (place.of === 'host' ? [place.application] : place.applications))
    .map((each) => each?.name ?? '');
  return all.toSorted((a, b) => order.indexOf(a.application) - order.indexOf(b.application));
};
