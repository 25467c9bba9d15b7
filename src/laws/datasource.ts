import { parse } from 'yaml';
import { atField, isObject } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import type { Judged, Law } from './law.js';
import { readBySidecar, sidecarOf } from './sidecar.js';
import { across } from './apart.js';

/** A data source as a Grafana gets it: in a key of a ConfigMap by its sidecar, or by grafana-operator in an object of its own. */
export interface FoundDatasource {
  /** The construct that makes its object. */
  readonly path: string;
  /** The field that holds it. */
  readonly field: string;
  readonly uid: string;
  readonly name: string;
  /** What speaks there: `loki`. */
  readonly type: string;
}

const written = (text: unknown): readonly Pick<FoundDatasource, 'uid' | 'name' | 'type'>[] => {
  const provisioned: unknown = parse(String(text));
  if (!isObject(provisioned) || !Array.isArray(provisioned['datasources'])) return [];
  return provisioned['datasources'].flatMap((each: unknown) =>
    isObject(each) && typeof each['uid'] === 'string'
      ? // One without a name is called by its uid here: Grafana would refuse it.
        [
          {
            uid: each['uid'],
            name: String(each['name'] ?? each['uid']),
            type: String(each['type'] ?? ''),
          },
        ]
      : [],
  );
};

const byOperator = (objects: readonly Rendered[]): readonly FoundDatasource[] =>
  objects.flatMap((object) => {
    const { kind, spec } = object.manifest;
    const uid = textAt(spec, 'uid') ?? textAt(spec, 'datasource', 'uid');
    return kind === 'GrafanaDatasource' && uid !== undefined
      ? [
          {
            ...{ path: object.path, field: 'spec.datasource', uid },
            name: textAt(spec, 'datasource', 'name') ?? uid,
            type: textAt(spec, 'datasource', 'type') ?? '',
          },
        ]
      : [];
  });

/** Every data source that these objects give a Grafana. */
export const foundDatasources = (
  objects: readonly Rendered[],
  place: Pick<Judged, 'cluster'>,
): readonly FoundDatasource[] => [
  ...readBySidecar(objects, sidecarOf(place).datasources).flatMap(({ text, object, key }) =>
    written(text).map((source) => ({ path: object.path, field: `data["${key}"]`, ...source })),
  ),
  ...byOperator(objects),
];

const fault =
  (field: 'uid' | 'name') =>
  ([first, { path, field: at, ...source }]: readonly [FoundDatasource, FoundDatasource]): Fault => ({
    where: atField(path, at),
    what: source[field],
    code: 'name-twice',
    why: `the data source of ${first.path} has this ${field} too`,
    cure: 'leave one of the two out: one agent for logs can read the namespaces of both applications',
  });

/**
 * Grafana has one data source of a uid, and one of a name: of two, the panels of one application would show what the other's asks, or
 * Grafana would not start.
 */
export const uniqueDatasources: Law = across({
  summary: ({ objects, others = [], ...place }) => {
    const [own, foreign] = [foundDatasources(objects, place), foundDatasources(others, place)];
    return own.length + foreign.length === 0 ? undefined : { own, foreign };
  },
  judge: (found) => {
    const all = [...found.flatMap(({ foreign }) => foreign), ...found.flatMap(({ own }) => own)];
    const sameUid = repeated(all, ({ uid }) => uid);
    const told = new Set(sameUid.map(([, again]) => again));
    const rest = all.filter((each) => !told.has(each));
    return [...sameUid.map(fault('uid')), ...repeated(rest, ({ name }) => name).map(fault('name'))];
  },
});
