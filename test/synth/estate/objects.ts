import { App } from 'cdk8s/lib/app.js';
import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Application as Description } from '#application/application.js';
import { Application } from '#constructs/application.js';
import { valueAt, type Field } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { render } from '#imports/render.js';

const sound = (chart: Chart): readonly Manifest[] => {
  const { objects, faults } = render(chart);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return objects.map(({ manifest }) => manifest);
};

/** The objects of an application as they would be written, each checked by the schema of its kind. */
export const objectsOf = (description: Description): readonly Manifest[] =>
  sound(new Application(new App(), description));

/** The objects of constructs that stand anywhere in a chart. */
export const objectsIn = (fill: (chart: Construct) => void): readonly Manifest[] => {
  const chart = new Chart(new App(), 'somewhere', {
    namespace: 'shop-prod',
    disableResourceNameHashes: true,
  });
  fill(chart);
  return sound(chart);
};

/** The only object of its kind and name. */
export const only = (objects: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`there are ${found.length} ${kind} ${name}`);
  return one;
};

/** A field of an object: `at(deployment, 'spec', 'replicas')`. */
export const at = (object: Manifest, ...field: Field): unknown => valueAt(object, field);
