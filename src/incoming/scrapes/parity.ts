import { type GivenFile, writtenIn } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, fieldsOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import type { Difference } from '#incoming/parity/rules.js';
import type { Place } from '#rules/rule.js';
import { at, textAt, textsIn } from './given.js';
import { type Step, dropped, handsOn, stepText, stepsOf } from './relabelings.js';
import { namespacesOf } from './services.js';

/** What came of holding the monitors that are rendered against those that came in, endpoint by endpoint. */
export interface ScrapeParity {
  /** How many endpoints came in and were compared. */
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly Difference[];
  /** Fields that each has besides, since it is said here what is otherwise a default: how long is waited, the label job. */
  readonly added: readonly string[];
}

/** An endpoint of a monitor, field by field, as texts. */
interface Endpoint {
  readonly key: string;
  readonly what: string;
  readonly place: Place;
  readonly fields: ReadonlyMap<string, string>;
}

/** Fields of which nothing is said where they are so. */
const defaults: Readonly<Record<string, string>> = { path: '/metrics', scheme: 'http', honorLabels: 'false' };
/** What is compared in another way, or says how a monitor finds and calls its targets. */
const apart = [
  'relabelings',
  'metricRelabelings',
  'selector',
  'namespaceSelector',
  'jobLabel',
  'attachMetadata',
];
const lists = ['endpoints', 'podMetricsEndpoints'];

const leaves = (yaml: Yaml, name: string): readonly (readonly [string, string])[] => {
  switch (yaml.type) {
    case 'text':
      return [[name, yaml.text]];
    case 'list':
      return yaml.items.flatMap((each, i) => leaves(each, `${name}[${i}]`));
    case 'map':
      return fieldsOf(yaml).flatMap(([field, { value }]) =>
        leaves(value, name === '' ? field : `${name}.${field}`),
      );
    case 'nothing':
      return [];
  }
};

const said = (yaml: Yaml): readonly (readonly [string, string])[] =>
  fieldsOf(yaml)
    .filter(([field]) => !apart.includes(field) && !lists.includes(field))
    .flatMap(([field, { value }]) => leaves(value, field))
    .filter(([field, value]) => defaults[field] !== value);

const relabelings = (endpoint: Yaml): readonly (readonly [string, string])[] => {
  const steps = (name: string) => stepsOf(itemsOf(fieldOf(endpoint, name)), 'AlertmanagerConfig');
  const drop = dropped(steps('metricRelabelings'));
  return [
    ...steps('relabelings').map((each) => [`relabelings: ${stepText(shortest(each))}`, 'yes'] as const),
    ...drop.metrics.map((each) => [`metricRelabelings: drop ${sourceOf(each)}`, 'yes'] as const),
    ...drop.labels.map((each) => [`metricRelabelings: labeldrop ${sourceOf(each)}`, 'yes'] as const),
    ...drop.left.map((each) => [`metricRelabelings: ${stepText(each)}`, 'yes'] as const),
  ];
};

/** A step without what is so anyway. */
const shortest = (step: Step): Step =>
  handsOn(step) ? { ...step, regex: undefined, replacement: undefined } : step;

const sourceOf = (name: string | RegExp): string =>
  typeof name === 'string' ? name : name.source.replace(/^\(\?:(.*)\)$/, '$1');

const endpointsIn = (file: GivenFile): readonly Endpoint[] =>
  writtenIn(file).flatMap(({ root, kind, file: name }): readonly Endpoint[] => {
    const spec = fieldOf(root, 'spec');
    if (!spec || (kind !== 'ServiceMonitor' && kind !== 'PodMonitor')) return [];
    const labels = Object.entries(textsIn(at(spec, 'selector', 'matchLabels'))).toSorted();
    return lists.flatMap((list) =>
      itemsOf(fieldOf(spec, list)).map((endpoint) => {
        const [port, path = '/metrics'] = ['port', 'path'].map((field) => textOf(endpoint, field));
        return {
          key: JSON.stringify([kind, labels, port, path]),
          what: `${kind} ${textAt(root, 'metadata', 'name') ?? ''}, port ${port ?? ''} ${path}`,
          place: { file: name, line: endpoint.line },
          fields: new Map([
            ['namespaces', [...namespacesOf(root)].toSorted().join(', ')],
            ...said(spec),
            ...said(endpoint),
            ...relabelings(endpoint),
          ]),
        };
      }),
    );
  });

/** What is written here although it went without saying. */
const isAdded = (field: string): boolean =>
  field === 'scrapeTimeout' ||
  /^relabelings: replace (of \S+ )?to (job|service|endpoint|namespace|pod|instance)( as .*)?$/.test(field);

/**
 * Monitors that are rendered, held against those that came in: what of an endpoint is otherwise now, and what is not there.
 *
 * @param rendered All files that are synthesized.
 */
export const scrapeParity = (came: readonly GivenFile[], rendered: readonly GivenFile[]): ScrapeParity => {
  const after = new Map(rendered.flatMap(endpointsIn).map((each) => [each.key, each]));
  const before = came.filter(({ text }) => /(Service|Pod)Monitor/.test(text)).flatMap(endpointsIn);
  const held = before.map((each) => {
    const is = after.get(each.key);
    if (!is) return { differences: [difference(each, 'endpoint', 'there', 'left out')], added: [] };
    const fields = [...new Set([...each.fields.keys(), ...is.fields.keys()])];
    const other = fields.filter((field) => each.fields.get(field) !== is.fields.get(field));
    const added = other.filter((field) => !each.fields.has(field) && isAdded(field));
    return {
      added,
      differences: other
        .filter((field) => !added.includes(field))
        .map((field) => difference(each, field, each.fields.get(field) ?? '', is.fields.get(field) ?? '')),
    };
  });
  return {
    compared: before.length,
    equal: held.filter(({ differences }) => differences.length === 0).length,
    differences: held.flatMap(({ differences }) => differences),
    added: [...new Set(held.flatMap(({ added }) => added.map((field) => field.replace(/ as .*$/, ''))))],
  };
};

const difference = ({ what, place }: Endpoint, field: string, before: string, after: string): Difference => ({
  ...{ what, place, field },
  before,
  after,
});
