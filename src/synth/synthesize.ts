import { atField } from '#ground/field.js';
import { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { filesOf, render, type Rendered } from '#imports/render.js';
import { repeated } from '#ground/repeated.js';
import type { Fault } from '#ground/fault.js';
import { EstateRefusal } from './refusal.js';

/**
 * What makes the chart of a folder, and the place in whose folder it stands; no chart where the place needs none. It is told the objects of
 * all charts of earlier stages, in all places: 0 unless told.
 */
export interface MakeChart {
  readonly place: string;
  readonly stage?: number;
  readonly make: (app: App, before: readonly Rendered[]) => Chart | undefined;
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

interface Made {
  readonly place: string;
  readonly chart: Chart;
  readonly rendering: ReturnType<typeof render>;
}

/** Stage by stage, each of what stands before it; told in the order in which they were given. */
const madeInStages = (charts: readonly MakeChart[]): readonly Made[] => {
  const made = new Map<MakeChart, Made>();
  for (const stage of new Set(charts.map((each) => each.stage ?? 0).sort((a, b) => a - b))) {
    const before = [...made.values()].flatMap(({ rendering }) => rendering.objects);
    for (const each of charts.filter((one) => (one.stage ?? 0) === stage)) {
      const chart = each.make(new App(), before);
      if (chart) made.set(each, { place: each.place, chart, rendering: render(chart, each.place) });
    }
  }
  return charts.flatMap((each) => made.get(each) ?? []);
};

const oneChartPerFolder = (charts: readonly Made[]): readonly Fault[] =>
  repeated(charts, ({ place, chart }) => `${place}/${chart.node.id}`).map(
    ([
      ,
      {
        chart: { node },
      },
    ]) => ({
      where: node.path,
      what: node.id,
      code: 'name-twice',
      why: 'two applications have this name, and would be written to one folder',
      cure: 'give one of the two another name',
    }),
  );

/**
 * The files of the whole estate, text by path: `production/observer/ServiceMonitor.observer.yaml`.
 *
 * Each chart gets an App of its own: what cdk8s does over an App grows with the square of its charts.
 * Throws an EstateRefusal with everything that is wrong, of all applications together.
 *
 * @param hinted is told what may be wrong, where nothing is.
 */
export const synthesize = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
  hinted: (hints: readonly Fault[]) => void = () => {},
): ReadonlyMap<string, string> => {
  const made = madeInStages(charts);
  const renderings = made.map(({ rendering }) => rendering);
  const objects = renderings.flatMap((rendering) => rendering.objects);
  const told = [
    ...oneChartPerFolder(made),
    ...renderings.flatMap((rendering) => rendering.faults),
    ...[oneObjectPerFile, ...laws].flatMap((law) => law(objects)),
  ];
  const faults = told.filter(({ isHint }) => !isHint);
  if (faults.length > 0) throw new EstateRefusal(faults);
  hinted(told);
  return filesOf(objects);
};
