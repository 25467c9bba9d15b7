import { isObject } from '#ground/field.js';
import { type Instrument, instruments } from './translated.js';

/** Under `annotations.cheomseong`: said of labels that no translation has made. */
export const asTheyAre = 'as they are';

type Fields = Readonly<Record<string, unknown>>;

/** An attribute as a registry defines it. */
export interface Attribute {
  readonly name: string;
  /** Whether it stands for any attribute that begins so, whose names nobody knows before. */
  readonly isTemplate: boolean;
  /** Its values, where they are a closed set. */
  readonly values: readonly string[];
}

/** What a metric, or a group of attributes, says that it has; each by its name, or the name of another group. */
interface Taken {
  readonly ref?: string;
  readonly group?: string;
  readonly isOptIn: boolean;
}
interface Group {
  readonly id: string;
  readonly extends?: string;
  readonly takes: readonly Taken[];
}

/** A metric as a registry declares it. */
export interface RegisteredMetric {
  readonly name: string;
  readonly brief: string;
  readonly instrument: Instrument;
  readonly unit: string;
  readonly isDeprecated: boolean;
  /** What only this library understands. */
  readonly annotations: Fields;
  readonly group: Group;
}

/** All that the files of a registry say of metrics. */
export interface Registry {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly metrics: readonly RegisteredMetric[];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

/** A single member is no set: `_OTHER` of `error.type` says that there are others. */
const membersOf = (type: unknown): readonly string[] => {
  if (type === 'boolean') return ['true', 'false'];
  const values = listOf(fieldsOf(type)['members']).map(({ value }) => textOf(value));
  return values.length > 1 ? values : [];
};

const attributeOf = (name: string, { type }: Fields): Attribute => ({
  name,
  isTemplate: typeof type === 'string' && type.startsWith('template['),
  values: membersOf(type),
});

const takenOf = (each: Fields): Taken => {
  const ref = textOf(each['ref'] ?? each['id'] ?? each['key']);
  const group = textOf(each['ref_group']);
  return {
    ...(ref !== '' && { ref }),
    ...(group !== '' && { group }),
    isOptIn: each['requirement_level'] === 'opt_in',
  };
};

const groupOf = (id: string, fields: Fields): Group => {
  const parent = textOf(fields['extends']);
  return { id, takes: listOf(fields['attributes']).map(takenOf), ...(parent !== '' && { extends: parent }) };
};

const metricOf = (name: string, fields: Fields): readonly RegisteredMetric[] => {
  const instrument = instruments.find((each) => each === fields['instrument']);
  if (name === '' || instrument === undefined) return [];
  return [
    {
      name,
      brief: textOf(fields['brief']).trim().replaceAll(/\s+/g, ' '),
      instrument,
      unit: textOf(fields['unit']),
      isDeprecated: fields['deprecated'] !== undefined,
      annotations: fieldsOf(fieldsOf(fields['annotations'])['cheomseong']),
      group: groupOf(textOf(fields['id']), fields),
    },
  ];
};

/** Whether a document says something of a registry, in either of its two forms. */
export const isRegistry = (document: unknown): document is Fields =>
  isObject(document) && (Array.isArray(document['groups']) || document['file_format'] === 'definition/2');

/**
 * What documents of OpenTelemetry Weaver say together: those of `groups`, https://github.com/open-telemetry/weaver/blob/main/schemas/semconv-syntax.md,
 * and those of `file_format: definition/2`, which name attributes by `key` and have a list for each kind.
 */
export const registryOf = (documents: readonly Fields[]): Registry => {
  const grouped = documents.flatMap(({ groups }) => listOf(groups));
  const second = (list: string): readonly Fields[] => documents.flatMap((document) => listOf(document[list]));
  const defined = [
    ...grouped
      .flatMap(({ attributes }) => listOf(attributes))
      .filter(({ id }) => id !== undefined)
      .map((each) => attributeOf(textOf(each['id']), each)),
    ...second('attributes').map((each) => attributeOf(textOf(each['key']), each)),
  ];
  const groups = [...grouped, ...second('attribute_groups')].map((each) => groupOf(textOf(each['id']), each));
  return {
    attributes: new Map(defined.map((each) => [each.name, each])),
    groups: new Map(groups.map((each) => [each.id, each])),
    metrics: [
      ...grouped
        .filter(({ type }) => type === 'metric')
        .flatMap((each) => metricOf(textOf(each['metric_name']), each)),
      ...second('metrics').flatMap((each) => metricOf(textOf(each['name']), each)),
    ],
  };
};

/** The attributes of a group, with those of what it extends: what it says of one itself goes before. Opted in is not by default. */
export const attributesOf = (
  { attributes, groups }: Registry,
  group: Group,
  seen: ReadonlySet<string> = new Set(),
): readonly Attribute[] => {
  const levels = new Map<string, boolean>();
  const take = (one: Group, passed: ReadonlySet<string>): void => {
    if (one.id !== '' && passed.has(one.id)) return;
    const further = new Set([...passed, one.id]);
    const from = (id: string | undefined): void => {
      const other = id === undefined ? undefined : groups.get(id);
      if (other !== undefined) take(other, further);
    };
    from(one.extends);
    for (const { ref, group: named, isOptIn } of one.takes) {
      from(named);
      if (ref !== undefined) levels.set(ref, isOptIn);
    }
  };
  take(group, seen);
  return [...levels]
    .filter(([, isOptIn]) => !isOptIn)
    .map(([name]) => attributes.get(name) ?? { name, isTemplate: false, values: [] })
    .filter(({ isTemplate }) => !isTemplate);
};
