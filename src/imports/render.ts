import { ApiObject } from 'cdk8s/lib/api-object.js';
import { Chart } from 'cdk8s/lib/chart.js';
import type { IConstruct } from 'constructs';
import { atField, fieldText } from '#ground/field.js';
import { namespaceName } from '#ground/grammar.js';
import { manifestFaults } from './kinds.js';
import { type Manifest, manifestOf } from './manifest.js';
import type { Fault } from '#ground/fault.js';
import { yamlOf } from '#ground/yaml.js';

/** One object of the estate, exactly as it will be written. */
export interface Rendered {
  /** The place that it is for, a folder; empty in a cdk8s App of others. */
  readonly place: string;
  /** The application: the id of its chart, and its folder. */
  readonly application: string;
  /** The construct that made it: `observer/exporter/Resource`. */
  readonly path: string;
  /** Where it is written: `production/observer/Deployment.postgres-exporter.yaml`. */
  readonly file: string;
  readonly manifest: Manifest;
}

interface Rendering {
  readonly objects: readonly Rendered[];
  readonly faults: readonly Fault[];
}

/** An object of an application as it will be written, or why it cannot be. */
const written = (application: string, object: ApiObject, place = ''): Rendering => {
  const { path } = object.node;
  try {
    const manifest = manifestOf(object);
    const name = `${application}/${manifest.kind}.${manifest.metadata.name}.yaml`;
    const file = place === '' ? name : `${place}/${name}`;
    return { objects: [{ place, application, path, file, manifest }], faults: [] };
  } catch (error) {
    // cdk8s throws for what has no form in YAML, such as an instance of a class or an unresolvable token
    const message = error instanceof Error ? error.message : String(error);
    return {
      objects: [],
      faults: [
        {
          where: path,
          what: '',
          code: 'not-plain-data',
          why: message,
          cure: 'write plain objects, lists, texts and numbers',
        },
      ],
    };
  }
};

/** What the API server would say against an object. */
const refusedByServer = ({ path, manifest }: Rendered): readonly Fault[] =>
  manifestFaults(manifest).map(({ field, ...fault }) => ({
    where: atField(path, fieldText(field)),
    ...fault,
  }));

const idFaults = ({ node }: Chart): readonly Fault[] =>
  namespaceName.takes(node.id)
    ? []
    : [
        {
          where: node.path,
          what: node.id,
          code: 'bad-application-name',
          why: 'the id of a chart is the folder of its application, and this is no name for one',
          cure: 'write lower-case letters, digits and -',
        },
      ];

/** What the constructs of the chart's App say against themselves, by cdk8s's own `node.addValidation`. */
const ownFaults = ({ node: { root } }: Chart): readonly Fault[] =>
  root.node
    .findAll()
    .flatMap(({ node }) =>
      node.validate().map((why) => ({ where: node.path, what: '', code: 'schema-refuses', why, cure: '' })),
    );

const objectsIn = (scope: IConstruct): readonly ApiObject[] =>
  scope.node.findAll().filter((construct) => construct instanceof ApiObject);

/** The objects of one chart, and everything that is wrong with them by themselves. */
export const objectsOf = (chart: Chart, place = ''): Rendering => {
  const found = objectsIn(chart).map((object) => written(chart.node.id, object, place));
  const objects = found.flatMap((each) => each.objects);
  return {
    objects,
    faults: [
      ...idFaults(chart),
      ...found.flatMap(({ faults }) => faults),
      ...objects.flatMap(refusedByServer),
    ],
  };
};

/** The objects of an App that stand in none of these charts. What cannot be written of them cdk8s itself refuses. */
export const objectsBeside = (app: IConstruct, charts: readonly Chart[]): readonly Rendered[] => {
  const own = new Set(charts.flatMap(objectsIn));
  return objectsIn(app)
    .filter((object) => !own.has(object))
    .flatMap((object) => written(Chart.of(object).node.path, object).objects)
    .map((object) => ({ ...object, file: object.path }));
};

/** The objects of one chart, and everything that is wrong with them. The chart has an App of its own. */
export const render = (chart: Chart, place = ''): Rendering => {
  const { objects, faults } = objectsOf(chart, place);
  return { objects, faults: [...faults, ...ownFaults(chart)] };
};

/** The files of these objects: text by path below the folder. */
export const filesOf = (objects: readonly Rendered[]): ReadonlyMap<string, string> =>
  new Map(objects.map(({ file, manifest }) => [file, yamlOf(manifest)]));
