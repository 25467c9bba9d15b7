import { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { filesOf, render, type Rendered } from '../imports/render.js';
import { repeated } from '../ground/repeated.js';
import { type Violation, ViolationError } from '../ground/violation.js';

/** Makes the chart of one application. */
export type MakeChart = (app: App) => Chart;

/** Something that must hold over the whole estate, beyond what the schema of each object says. */
export type Law = (objects: readonly Rendered[]) => readonly Violation[];

/** Two objects of one file would overwrite each other. */
const oneObjectPerFile: Law = (objects) =>
  repeated(objects, ({ file }) => file).map(([first, { path, file, manifest }]) => ({
    path,
    field: 'metadata.name',
    text: manifest.metadata.name,
    message: `${first.path} is a ${manifest.kind} of this name too, and both would be written to ${file}`,
    cure: 'give one of the two another name',
  }));

const oneChartPerFolder = (charts: readonly Chart[]): readonly Violation[] =>
  repeated(charts, ({ node }) => node.id).map(([, { node }]) => ({
    path: node.path,
    text: node.id,
    message: 'two applications have this name, and would be written to one folder',
    cure: 'give one of the two another name',
  }));

/**
 * The files of the whole estate, text by path: `observer/ServiceMonitor.observer.yaml`.
 *
 * Each chart gets an App of its own: what cdk8s does over an App grows with the square of its charts.
 * Throws a ViolationError with everything that is wrong, of all applications together.
 */
export const synthesize = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
): ReadonlyMap<string, string> => {
  const made = charts.map((make) => make(new App()));
  const renderings = made.map(render);
  const objects = renderings.flatMap((rendering) => rendering.objects);
  const violations = [
    ...oneChartPerFolder(made),
    ...renderings.flatMap((rendering) => rendering.violations),
    ...[oneObjectPerFile, ...laws].flatMap((law) => law(objects)),
  ];
  if (violations.length > 0) throw new ViolationError(violations);
  return filesOf(objects);
};
