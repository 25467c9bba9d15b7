import { parse } from 'yaml';
import { atField, isObject } from '../ground/field.js';
import type { Rendered } from '../imports/render.js';
import { repeated } from '../ground/repeated.js';
import type { Law } from './law.js';
import { readBySidecar } from './sidecar.js';

/** A data source as Grafana's sidecar finds it: in a key of a ConfigMap. */
interface Found {
  readonly object: Rendered;
  readonly key: string;
  readonly uid: string;
}

const uidsOf = (text: unknown): readonly string[] => {
  const provisioned: unknown = parse(String(text));
  if (!isObject(provisioned) || !Array.isArray(provisioned['datasources'])) return [];
  return provisioned['datasources'].flatMap((each: unknown) =>
    isObject(each) && typeof each['uid'] === 'string' ? [each['uid']] : [],
  );
};

const found = (objects: readonly Rendered[]): readonly Found[] =>
  readBySidecar(objects, 'grafana_datasource').flatMap(({ text, ...each }) =>
    uidsOf(text).map((uid) => ({ ...each, uid })),
  );

/** Grafana has one data source of a uid: of two, the panels of one application would show what the other's asks. */
export const uniqueDatasources: Law = ({ objects }) =>
  repeated(found(objects), ({ uid }) => uid).map(([first, { object, key, uid }]) => ({
    where: atField(object.path, `data["${key}"]`),
    what: uid,
    why: `the data source of ${first.object.path} has this uid too`,
    cure: 'leave one of the two out: one agent for logs can read the namespaces of both applications',
  }));
