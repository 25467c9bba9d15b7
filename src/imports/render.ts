import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { atField, fieldText } from '#ground/field.js';
import { namespaceName } from '#ground/grammar.js';
import { manifestFaults } from './kinds.js';
import { type Manifest, manifestOf } from './manifest.js';
import type { Fault } from '#ground/fault.js';
import { yamlOf } from '#ground/yaml.js';

/** One object of the estate, exactly as it will be written. */
export interface Rendered {
  /** The application: the id of its chart, and its folder. */
  readonly application: string;
  /** The construct that made it: `observer/exporter/Resource`. */
  readonly path: string;
  /** Where it is written: `observer/Deployment.postgres-exporter.yaml`. */
  readonly file: string;
  readonly manifest: Manifest;
}

interface Rendering {
  readonly objects: readonly Rendered[];
  readonly faults: readonly Fault[];
}

const rendered = (application: string, object: ApiObject): Rendering => {
  const { path } = object.node;
  try {
    const manifest = manifestOf(object);
    const file = `${application}/${manifest.kind}.${manifest.metadata.name}.yaml`;
    const faults = manifestFaults(manifest).map(({ field, ...fault }) => ({
      where: atField(path, fieldText(field)),
      ...fault,
    }));
    return { objects: [{ application, path, file, manifest }], faults };
  } catch (error) {
    // cdk8s throws for what has no form in YAML, such as an instance of a class or an unresolvable token
    const message = error instanceof Error ? error.message : String(error);
    return {
      objects: [],
      faults: [
        { where: path, what: '', why: message, cure: 'write plain objects, lists, texts and numbers' },
      ],
    };
  }
};

const idFaults = ({ node }: Chart): readonly Fault[] =>
  namespaceName.takes(node.id)
    ? []
    : [
        {
          where: node.path,
          what: node.id,
          why: 'the id of a chart is the folder of its application, and this is no name for one',
          cure: 'write lower-case letters, digits and -',
        },
      ];

/** What the constructs of the chart's App say against themselves, by cdk8s's own `node.addValidation`. */
const ownFaults = ({ node: { root } }: Chart): readonly Fault[] =>
  root.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((why) => ({ where: node.path, what: '', why, cure: '' })));

/** The objects of one chart, and everything that is wrong with them. The chart has an App of its own. */
export const render = (chart: Chart): Rendering => {
  const found = chart.node
    .findAll()
    .filter((construct) => construct instanceof ApiObject)
    .map((object) => rendered(chart.node.id, object));
  return {
    objects: found.flatMap(({ objects }) => objects),
    faults: [...idFaults(chart), ...ownFaults(chart), ...found.flatMap(({ faults }) => faults)],
  };
};

/** The files of these objects: text by path below the folder. */
export const filesOf = (objects: readonly Rendered[]): ReadonlyMap<string, string> =>
  new Map(objects.map(({ file, manifest }) => [file, yamlOf(manifest)]));
