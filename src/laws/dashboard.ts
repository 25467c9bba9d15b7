import type { Code } from '#ground/codes/codes.js';
import { folderFaults } from '#dashboards/folder.js';
import { atField, isObject, valueAt } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import type { Rendered } from '#imports/render.js';
import { remembered } from '#ground/remembered.js';
import { repeated } from '#ground/repeated.js';
import type { Fault } from '#ground/fault.js';
import type { Judged, Law } from './law.js';
import { readBySidecar, sidecarOf } from './sidecar.js';
import { across, inEach } from './apart.js';

/** A dashboard as a Grafana gets it: in a key of a ConfigMap by its sidecar, or by grafana-operator in an object of its own. */
interface Found {
  /** The construct that makes its object. */
  readonly path: string;
  readonly name: string;
  /** The field that holds it. */
  readonly field: string;
  /** The name of its file, which its sidecar writes. */
  readonly key?: string;
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

/** The uid of each text of a ConfigMap: several laws ask, and a dashboard is long to read. */
const uidsOf = remembered(
  (data: Readonly<Record<string, unknown>>): ReadonlyMap<string, string | undefined> =>
    new Map(Object.entries(data).map(([key, text]) => [key, uidOf(text)])),
);

const of = ({ path, manifest }: Rendered): Pick<Found, 'path' | 'name'> => ({
  path,
  name: manifest.metadata.name,
});

/** What grafana-operator writes: the JSON of an object. One that names a place where it is found is somebody else's. */
const byOperator = (objects: readonly Rendered[]): readonly Found[] =>
  objects.flatMap((object) => {
    const { kind, apiVersion } = object.manifest;
    const json = valueAt(object.manifest, ['spec', 'json']);
    if (kind === 'GrafanaManifest' && textAt(object.manifest, 'spec', 'template', 'kind') === 'Dashboard')
      return [
        {
          ...of(object),
          field: 'spec.template',
          uid: textAt(object.manifest, 'spec', 'template', 'metadata', 'name'),
        },
      ];
    return kind === 'GrafanaDashboard' && apiVersion.startsWith('grafana.') && json !== undefined
      ? [{ ...of(object), field: 'spec.json', uid: uidOf(json) }]
      : [];
  });

const found = (objects: readonly Rendered[], place: Pick<Judged, 'cluster'>): readonly Found[] => [
  ...readBySidecar(objects, sidecarOf(place).dashboards).map(({ data, object, key }) => ({
    ...of(object),
    key,
    field: `data["${key}"]`,
    uid: uidsOf(data).get(key),
  })),
  ...byOperator(objects),
];

const fault = (code: Code, { path, field }: Found, what: string, why: string, cure: string): Fault => ({
  where: atField(path, field),
  what,
  code,
  why,
  cure,
});

const anotherUid = 'give one of the two dashboards another uid';

/** What is no dashboard shows nothing, and Grafana says so only in its log. */
export const everyDashboardIsOne: Law = inEach((estate) =>
  found(estate.objects, estate)
    .filter(({ uid }) => uid === undefined)
    .map((each) =>
      fault(
        'no-dashboard',
        each,
        each.key ?? each.name,
        'Grafana finds no dashboard with uid and panels here',
        'write the model itself as JSON, not one wrapped in {"dashboard": …}',
      ),
    ),
);

/** The folders that an object names, each with its field. */
const foldersOf = (
  { kind, metadata, ...rest }: Rendered['manifest'],
  folderAnnotation: string,
): readonly (readonly [string, string])[] => {
  const folder = textAt(rest, 'spec', 'folder');
  return [
    ...Object.entries(metadata.annotations ?? {})
      .filter(([key]) => key === folderAnnotation)
      .map(([key, annotated]) => [`metadata.annotations.${key}`, annotated] as const),
    ...(kind === 'GrafanaDashboard' && folder !== undefined ? [['spec.folder', folder] as const] : []),
  ];
};

/** A folder that is a path is another for Grafana, or none; one that its sidecar does not look into grafana-operator would make. */
export const everyDashboardHasAFolder: Law = inEach((estate) =>
  estate.objects.flatMap(({ path, manifest }) =>
    foldersOf(manifest, sidecarOf(estate).dashboards.folderAnnotation).flatMap(([field, folder]) =>
      folderFaults(atField(path, field), folder),
    ),
  ),
);

/** What is found in an application and in what others have made, which comes first. */
const foundIn = ({ objects, others = [], ...place }: Judged) => {
  const [own, foreign] = [found(objects, place), found(others, place)];
  return own.length + foreign.length === 0 ? undefined : { own, foreign };
};
const inOrder = (all: readonly Exclude<ReturnType<typeof foundIn>, undefined>[]): readonly Found[] => [
  ...all.flatMap(({ foreign }) => foreign),
  ...all.flatMap(({ own }) => own),
];

/** Grafana takes two dashboards of one uid for one dashboard. */
export const uniqueDashboards: Law = across({
  summary: foundIn,
  judge: (all) =>
    repeated(
      inOrder(all).flatMap((each) => (each.uid === undefined ? [] : [{ each, uid: each.uid }])),
      ({ uid }) => uid,
    ).map(([first, { each, uid }]) =>
      fault('name-twice', each, uid, `the dashboard of ${first.each.path} has this uid too`, anotherUid),
    ),
});

/** The sidecar writes the keys of all ConfigMaps, of every application, into one folder. */
export const uniqueDashboardFiles: Law = across({
  summary: foundIn,
  judge: (all) =>
    repeated(
      inOrder(all).flatMap(({ key, ...each }) => (key === undefined ? [] : [{ ...each, key }])),
      ({ key }) => key,
    )
      // Dashboards of one uid have one key too, and are refused for that.
      .filter(([first, again]) => first.uid !== again.uid)
      .map(([first, again]) =>
        fault(
          'written-twice',
          again,
          again.key,
          `${first.path} has this key too, and Grafana's sidecar writes both into one file`,
          anotherUid,
        ),
      ),
});
