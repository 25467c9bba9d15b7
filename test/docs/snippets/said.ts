import { textsIn } from '#synth/publishing/content.js';
import { join } from 'node:path';
import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { isCluster } from '#cluster/cluster.js';
import { isObject } from '#ground/field.js';
import { alertsOf } from '#proof/prove-estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { type EstateSpec, isEstate } from '#synth/estate/home.js';
import { synthesize } from '#synth/synthesize.js';
import { type Exported, assembled } from './assembled.js';
import { isApplication, isHost } from './kinds.js';
import { inProduction } from '../../place.js';

/** What the files of a page describe. */
export interface Said {
  readonly applications: readonly Application[];
  readonly hosts: readonly Host[];
  /** Estates, and lists of clusters, each as an estate of its own. */
  readonly estates: readonly Pick<EstateSpec, 'places'>[];
  /** All that is exported beside them, as an application of its own. */
  readonly rest: Application;
}

/** What an estate holds, where a page exports one. */
const insideOf = (value: unknown): readonly unknown[] =>
  isObject(value) ? [value['applications'], value['hosts']].flat() : [];

/** Without laws of their own, which a page may show to be broken. */
const estatesIn = (value: unknown): readonly Pick<EstateSpec, 'places'>[] => {
  if (isEstate(value)) return [{ places: value.places }];
  return Array.isArray(value) && value.length > 0 && value.every(isCluster) ? [{ places: value }] : [];
};

/** Imports files of a page, and reads what they export. */
export const saidBy = async (folder: string, files: readonly string[]): Promise<Said> => {
  let exported: Exported = {};
  // What the shop has already stands beside what the page adds to it.
  for (const file of ['apps/shop/metrics.ts', 'apps/shop/alerts.ts', ...files]) {
    const own: object = await import(join(folder, file));
    exported = { ...exported, ...own };
  }
  const values = [...new Set(Object.values(exported).flatMap((value) => [value, ...insideOf(value)]))];
  const applications = values.filter(isApplication);
  const taken = new Set(alertsOf(applications).map(({ alert }) => alert.made));
  return {
    applications,
    hosts: values.filter(isHost),
    estates: values.flatMap(estatesIn),
    rest: assembled(exported, taken),
  };
};

const filesOf = (spec: Pick<EstateSpec, 'places'>): ReadonlyMap<string, string> => {
  const { charts, files, laws } = synthesisOf(spec);
  return new Map([...synthesize(charts, laws), ...textsIn(files)]);
};

const made = new WeakMap<Said, ReadonlyMap<string, string>>();

/** The files that synthesis would write of it, by their paths below `dist/`; it throws on what breaks a law. Made once, for all who ask. */
export const synthesized = (said: Said): ReadonlyMap<string, string> => {
  const { applications, hosts, estates, rest } = said;
  const files =
    made.get(said) ??
    new Map(
      [inProduction([rest]), inProduction(applications, hosts), ...estates].flatMap((spec) => [
        ...filesOf(spec),
      ]),
    );
  made.set(said, files);
  return files;
};
