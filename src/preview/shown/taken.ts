import type { Application } from '#application/application.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { settled } from '#cost/settled.js';
import { answeredOnHost } from '#hosts/answered.js';
import { type Estate, clustersOf, hostsOf } from '#synth/estate/home.js';

/** An application at the place at which it is shown. */
export interface Taken {
  readonly place: string;
  readonly application: Application;
}

/** Every application at every place, as what is written there is made of it: hosts first. */
const everywhere = (estate: Estate): readonly Taken[] => [
  ...hostsOf(estate).map((host) => ({
    place: host.name,
    application: answeredOnHost(settled([host.application])[0] ?? host.application).application,
  })),
  ...besideEachOther(clustersOf(estate)).flatMap(({ name, applications }) =>
    settled(applications)
      .filter((each) => each !== undefined)
      .map((application) => ({ place: name, application })),
  ),
];

/**
 * Each application of the estate once: at `place` where it runs there, else on its host where it has one, else in its first cluster.
 * In the order of the places.
 */
export const takenOf = (estate: Estate, place: string | undefined): readonly Taken[] => {
  const all = everywhere(estate);
  const names = [...new Set(all.map(({ application }) => application.name))];
  const order = estate.places.map(({ name }) => name);
  return names
    .flatMap((name) => {
      const its = all.filter(({ application }) => application.name === name);
      return its.find((each) => each.place === place) ?? its[0] ?? [];
    })
    .toSorted((a, b) => order.indexOf(a.place) - order.indexOf(b.place));
};
