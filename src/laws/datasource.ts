import { parse } from 'yaml';
import { atField, isObject } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import type { Law } from './law.js';
import { readBySidecar } from './sidecar.js';

/** A data source as a Grafana gets it: in a key of a ConfigMap by its sidecar, or by grafana-operator in an object of its own. */
interface Found {
  readonly object: Rendered;
  /** The field that holds it. */
  readonly field: string;
  readonly uid: string;
  readonly name: string;
}

const written = (text: unknown): readonly Pick<Found, 'uid' | 'name'>[] => {
  const provisioned: unknown = parse(String(text));
  if (!isObject(provisioned) || !Array.isArray(provisioned['datasources'])) return [];
  return provisioned['datasources'].flatMap((each: unknown) =>
    isObject(each) && typeof each['uid'] === 'string'
      ? // One without a name is called by its uid here: Grafana would refuse it.
        [{ uid: each['uid'], name: String(each['name'] ?? each['uid']) }]
      : [],
  );
};

const byOperator = (objects: readonly Rendered[]): readonly Found[] =>
  objects.flatMap((object) => {
    const { kind, spec } = object.manifest;
    const uid = textAt(spec, 'uid') ?? textAt(spec, 'datasource', 'uid');
    return kind === 'GrafanaDatasource' && uid !== undefined
      ? [{ object, field: 'spec.datasource', uid, name: textAt(spec, 'datasource', 'name') ?? uid }]
      : [];
  });

const found = (objects: readonly Rendered[]): readonly Found[] => [
  ...readBySidecar(objects, 'grafana_datasource').flatMap(({ text, object, key }) =>
    written(text).map((source) => ({ object, field: `data["${key}"]`, ...source })),
  ),
  ...byOperator(objects),
];

const fault =
  (field: 'uid' | 'name') =>
  ([first, { object, field: at, ...source }]: readonly [Found, Found]): Fault => ({
    where: atField(object.path, at),
    what: source[field],
    code: 'name-twice',
    why: `the data source of ${first.object.path} has this ${field} too`,
    cure: 'leave one of the two out: one agent for logs can read the namespaces of both applications',
  });

/**
 * Grafana has one data source of a uid, and one of a name: of two, the panels of one application would show what the other's asks, or
 * Grafana would not start.
 */
export const uniqueDatasources: Law = ({ objects, others = [] }) => {
  const all = found([...others, ...objects]);
  const sameUid = repeated(all, ({ uid }) => uid);
  const rest = all.filter((each) => !sameUid.some(([, again]) => again === each));
  return [...sameUid.map(fault('uid')), ...repeated(rest, ({ name }) => name).map(fault('name'))];
};
