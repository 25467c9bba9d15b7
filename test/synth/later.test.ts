import { describe, expect, test } from '@jest/globals';
import { cluster, host } from 'cheomseong';
import type { Application } from '#application/application.js';
import { type Memory, later } from '#application/later/later.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { laws as always } from '#laws/laws.js';
import { clustersOf } from '#synth/estate/home.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { type Text, sumOfText } from '#synth/publishing/content.js';
import { type Law, contentOf } from '#synth/synthesize.js';
import { emptyMemory } from '../application/later/memory.js';
import { clusters, estate, hosts } from '../estate.js';

const all = new Map([...estate, ...hosts.map(({ described }) => described)].map((each) => [each.name, each]));
const memories = new Map([...all.keys()].map((name) => [name, emptyMemory()]));
const memoryOf = ({ name }: Application): Memory => memories.get(name) ?? emptyMemory();

const runbooks = clusters[0]?.addresses.runbooks;

const missing = (name: string): never => {
  throw new Error(`the estate has no ${name}`);
};

/** The estate of main.ts, of applications that are had by `had`: each is one wherever it runs. */
const placesOf = (had: (application: Application) => Application) => {
  const one = new Map([...all.values()].map((each) => [each.name, had(each)]));
  const known = ({ name }: Application): Application => one.get(name) ?? missing(name);
  return [
    ...clusters.map(({ name, platform, deliversPlatform, addresses, argocd, size, applications }) =>
      cluster(name, {
        ...(deliversPlatform && { platform }),
        ...{ addresses, applications: applications.map(known) },
        ...(argocd && { argocd }),
        ...(size && { size }),
      }),
    ),
    ...hosts.map(({ name, described, ports, health }) =>
      host(known(described), { name, ports, health, ...(runbooks && { runbooks }) }),
    ),
  ];
};

const first = synthesisOf({ places: placesOf((each) => later(() => each, memoryOf(each))) });
contentOf(first.charts, first.laws);

/** The same estate, of which nothing can be made: what was not asked in the first run fails. */
const again = (): ReturnType<typeof placesOf> =>
  placesOf((each) =>
    later(() => {
      throw new Error(`${each.name} is made`);
    }, memoryOf(each)),
  );

describe('of an estate whose applications were asked before none is made', () => {
  test('by its places', () => {
    expect(again).not.toThrow();
  });

  test('by what its clusters are beside each other', () => {
    expect(() => besideEachOther(clustersOf({ places: again() }))).not.toThrow();
  });

  test('by its files and pages', () => {
    expect(() => synthesisOf({ places: again() })).not.toThrow();
  });

  test('by its laws', () => {
    const { charts, laws } = synthesisOf({ places: again() });
    expect(() => contentOf(charts, laws)).not.toThrow();
  });

  test('by its manifests', () => {
    expect(() => contentOf(synthesisOf({ places: again() }).charts)).not.toThrow();
  });

  const { charts, places } = synthesisOf({ places: again() });
  const clusters = places.filter(({ name }) => name === 'production' || name === 'standby');

  // What must know all applications at once is said of those that are there.
  test.each(always.flatMap(({ apart }, i) => (apart === undefined ? [] : [i])))('by law %i', (i) => {
    const held = clusters.flatMap(({ name, laws: { [i]: law } }): readonly Law[] =>
      law ? [(objects) => law(objects.filter(({ place }) => place === name))] : [],
    );
    expect(() => contentOf(charts, held)).not.toThrow();
  });
});

describe('what is known of texts without making them is what is made:', () => {
  const { charts, files, pages } = synthesisOf({ places: again() });
  const eager = synthesisOf({ places: placesOf((each) => each) });
  const sums = (texts: ReadonlyMap<string, Text>): readonly (readonly [string, string])[] =>
    [...texts].map(([path, text]) => [path, sumOfText(text)]);

  test('manifests', () => {
    expect(sums(contentOf(charts))).toEqual(sums(contentOf(eager.charts)));
  });

  test('files of hosts and of platforms', () => {
    expect(sums(files)).toEqual(sums(eager.files));
  });

  test.each(Object.keys(eager.pages))('%s', (folder) => {
    expect(sums(pages[folder] ?? new Map())).toEqual(sums(eager.pages[folder] ?? new Map()));
  });
});
