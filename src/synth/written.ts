import { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { type Rendered, filesOf, render } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import type { Text } from './publishing/content.js';

/** What is written of a chart. */
export interface Written {
  /** The id of the chart: its folder. */
  readonly id: string;
  /** Its path in its App. */
  readonly path: string;
  readonly objects: readonly Rendered[];
  /** What is wrong with its objects. */
  readonly faults: readonly Fault[];
  /** Its files, text by path below the folder of all places: made when nothing is wrong anywhere. */
  readonly files: () => ReadonlyMap<string, Text>;
}

/**
 * What is written of the chart that is made in an App of its own; nothing where none is made.
 *
 * @param place The place in whose folder it stands.
 */
export const writtenChart = (make: (app: App) => Chart | undefined, place: string): Written | undefined => {
  const chart = make(new App());
  if (chart === undefined) return undefined;
  const { objects, faults } = render(chart, place);
  const { id, path } = chart.node;
  return { id, path, objects, faults, files: () => filesOf(objects) };
};
