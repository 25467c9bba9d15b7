import { atField } from '#ground/field.js';
import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import type { Rendered } from '#imports/render.js';
import { repeated } from '#ground/repeated.js';
import type { Fault } from '#ground/fault.js';
import { type Text, textsIn } from './publishing/content.js';
import { EstateRefusal } from './refusal.js';
import { type Written, writtenChart } from './written.js';

/**
 * What makes the chart of a folder, and the place in whose folder it stands; no chart where the place needs none. It is told the objects of
 * all charts of earlier stages, in all places: 0 unless told.
 */
export interface MakeChart {
  readonly place: string;
  readonly stage?: number;
  readonly make: (app: App, before: readonly Rendered[]) => Chart | undefined;
  /** What is written of it, where that is known without making it. */
  readonly kept?: () => Written;
}

/** Something that must hold over the objects of the whole estate, beyond what the schema of each says. */
export type Law = (objects: readonly Rendered[]) => readonly Fault[];

/** Two objects of one file would overwrite each other. */
export const oneObjectPerFile: Law = (objects) =>
  repeated(objects, ({ file }) => file).map(([first, { path, file, manifest }]) => ({
    where: atField(path, 'metadata.name'),
    what: manifest.metadata.name,
    code: 'name-twice',
    why: `${first.path} is a ${manifest.kind} of this name too, and both would be written to ${file}`,
    cure: 'give one of the two another name',
  }));

interface Made extends Written {
  readonly place: string;
}

/** Stage by stage, each of what stands before it; told in the order in which they were given. */
const madeInStages = (charts: readonly MakeChart[]): readonly Made[] => {
  const made = new Map<MakeChart, Made>();
  for (const stage of new Set(charts.map((each) => each.stage ?? 0).sort((a, b) => a - b))) {
    const before = [...made.values()].flatMap(({ objects }) => objects);
    for (const each of charts.filter((one) => (one.stage ?? 0) === stage)) {
      const { place, make, kept } = each;
      const written = kept?.() ?? writtenChart((app) => make(app, before), place);
      if (written) made.set(each, { ...written, place });
    }
  }
  return charts.flatMap((each) => made.get(each) ?? []);
};

const oneChartPerFolder = (charts: readonly Made[]): readonly Fault[] =>
  repeated(charts, ({ place, id }) => `${place}/${id}`).map(([, { id, path }]) => ({
    where: path,
    what: id,
    code: 'name-twice',
    why: 'two applications have this name, and would be written to one folder',
    cure: 'give one of the two another name',
  }));

/**
 * The files of the whole estate, by path: `production/observer/ServiceMonitor.observer.yaml`. Texts that are kept elsewhere are had when they are
 * asked for.
 *
 * Each chart gets an App of its own: what cdk8s does over an App grows with the square of its charts.
 * Throws an EstateRefusal with everything that is wrong, of all applications together.
 *
 * @param hinted is told what may be wrong, where nothing is.
 */
export const contentOf = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
  hinted: (hints: readonly Fault[]) => void = () => {},
): ReadonlyMap<string, Text> => {
  const made = madeInStages(charts);
  const objects = made.flatMap((each) => each.objects);
  const told = [
    ...oneChartPerFolder(made),
    ...made.flatMap((each) => each.faults),
    ...[oneObjectPerFile, ...laws].flatMap((law) => law(objects)),
  ];
  const faults = told.filter(({ isHint }) => !isHint);
  if (faults.length > 0) throw new EstateRefusal(faults);
  hinted(told);
  return new Map(made.flatMap(({ files }) => [...files()]));
};

/** The same with all texts. */
export const synthesize = (...given: Parameters<typeof contentOf>): ReadonlyMap<string, string> =>
  textsIn(contentOf(...given));
