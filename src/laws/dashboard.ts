import type { Code } from '#ground/codes/codes.js';
import { folderFaults } from '#dashboards/folder.js';
import { atField, isObject } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import { repeated } from '#ground/repeated.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { readBySidecar } from './sidecar.js';

/** A dashboard as Grafana's sidecar finds it: one key of a ConfigMap. */
interface Found {
  readonly object: Rendered;
  readonly key: string;
  /** Undefined where the text is no dashboard. */
  readonly uid: string | undefined;
}

const uidOf = (text: unknown): string | undefined => {
  try {
    const model: unknown = JSON.parse(String(text));
    return isObject(model) && Array.isArray(model['panels']) && typeof model['uid'] === 'string'
      ? model['uid']
      : undefined;
  } catch {
    return undefined;
  }
};

const found = (objects: readonly Rendered[]): readonly Found[] =>
  readBySidecar(objects, 'grafana_dashboard').map(({ text, ...each }) => ({ ...each, uid: uidOf(text) }));

const fault = (code: Code, { object, key }: Found, what: string, why: string, cure: string): Fault => ({
  where: atField(object.path, `data["${key}"]`),
  what,
  code,
  why,
  cure,
});

const anotherUid = 'give one of the two dashboards another uid';

/** What is no dashboard shows nothing, and Grafana says so only in its log. */
export const everyDashboardIsOne: Law = ({ objects }) =>
  found(objects)
    .filter(({ uid }) => uid === undefined)
    .map((each) =>
      fault(
        'no-dashboard',
        each,
        each.key,
        'Grafana finds no dashboard with uid and panels here',
        'write the model itself as JSON, not one wrapped in {"dashboard": …}',
      ),
    );

/** A folder that is a path is another for Grafana, or none. */
export const everyDashboardHasAFolder: Law = ({ objects }) =>
  objects.flatMap(({ path, manifest: { metadata } }) =>
    Object.entries(metadata.annotations ?? {})
      .filter(([key]) => key === 'grafana_folder')
      .flatMap(([key, folder]) => folderFaults(atField(path, `metadata.annotations.${key}`), folder)),
  );

/** Grafana takes two dashboards of one uid for one dashboard. */
export const uniqueDashboards: Law = ({ objects, others = [] }) =>
  repeated(
    found([...others, ...objects]).flatMap((each) =>
      each.uid === undefined ? [] : [{ each, uid: each.uid }],
    ),
    ({ uid }) => uid,
  ).map(([first, { each, uid }]) =>
    fault('name-twice', each, uid, `the dashboard of ${first.each.object.path} has this uid too`, anotherUid),
  );

/** The sidecar writes the keys of all ConfigMaps, of every application, into one folder. */
export const uniqueDashboardFiles: Law = ({ objects, others = [] }) =>
  repeated(found([...others, ...objects]), ({ key }) => key)
    // Dashboards of one uid have one key too, and are refused for that.
    .filter(([first, again]) => first.uid !== again.uid)
    .map(([first, again]) =>
      fault(
        'written-twice',
        again,
        again.key,
        `${first.object.path} has this key too, and Grafana's sidecar writes both into one file`,
        anotherUid,
      ),
    );
