import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { repeated } from '#ground/repeated.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import type { GivenFile } from '#ground/yaml-objects.js';

/** JSON of Grafana's, of which nobody has looked at more than that it is an object. */
export type Json = Readonly<Record<string, unknown>>;

/** A dashboard as somebody wrote it. */
export interface ReadDashboard {
  /** As it was given, from the folder of whoever asked. */
  readonly file: string;
  /** Grafana's classic model. */
  readonly model: Json;
  /** The folder of Grafana that an object names. */
  readonly folder?: string;
}

/** What files say. */
export interface DashboardsRead {
  readonly dashboards: readonly ReadDashboard[];
  /** What keeps a dashboard from being read; of all others what can be read is. */
  readonly faults: readonly Fault[];
}

/** Whether JSON is a dashboard of Grafana's classic model: it holds panels, or rows of panels as before Grafana 5. */
const isModel = (value: unknown): value is Json =>
  isObject(value) &&
  (Array.isArray(value['panels']) || Array.isArray(value['rows'])) &&
  (value['title'] !== undefined || value['schemaVersion'] !== undefined);

/** The model in JSON: by itself, or as Grafana's API and its exports wrap it. */
const modelIn = (value: unknown): Json | undefined => {
  if (isModel(value)) return value;
  const inner = objectAt(value, 'dashboard');
  return isModel(inner) ? inner : undefined;
};

const parsedJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

type Found = Omit<ReadDashboard, 'file'> | { readonly why: string };

/** A text that should be a dashboard. */
const ofText = (text: string, folder: string | undefined): readonly Found[] => {
  const model = modelIn(parsedJson(text));
  return model === undefined
    ? [{ why: 'it holds no dashboard as JSON' }]
    : [{ model, ...(folder !== undefined && { folder }) }];
};

const inflated = (gzipped: string): string => {
  try {
    return gunzipSync(Buffer.from(gzipped, 'base64')).toString('utf8');
  } catch {
    return '';
  }
};

/** Where grafana-operator finds a dashboard that does not stand in its object. */
const elsewhere = ['url', 'configMapRef', 'jsonnet', 'jsonnetLib', 'grafanaCom', 'oci'];

const ofOperator = (object: Json): readonly Found[] => {
  const spec = objectAt(object, 'spec');
  const folder = textAt(spec, 'folder');
  const [json, gzipped] = [textAt(spec, 'json'), textAt(spec, 'gzipJson')];
  if (json !== undefined) return ofText(json, folder);
  if (gzipped !== undefined) return ofText(inflated(gzipped), folder);
  const [named] = elsewhere.filter((field) => spec[field] !== undefined);
  return [
    {
      why: named === undefined ? 'it holds no dashboard' : `its dashboard stands elsewhere, as ${named} says`,
    },
  ];
};

/** The keys of a ConfigMap that hold dashboards, whatever its label: others may hold what they like. */
const ofConfigMap = (object: Json): readonly Found[] => {
  const folder = textAt(object, 'metadata', 'annotations', 'grafana_folder');
  const isMeant = Object.keys(objectAt(object, 'metadata', 'labels')).includes('grafana_dashboard');
  return Object.entries(objectAt(object, 'data')).flatMap(([key, text]) =>
    typeof text === 'string' && key.endsWith('.json') && (isMeant || modelIn(parsedJson(text)) !== undefined)
      ? ofText(text, folder)
      : [],
  );
};

const ofValue = (value: unknown): readonly Found[] => {
  const model = modelIn(value);
  if (model !== undefined) return [{ model }];
  if (!isObject(value)) return [];
  const kind = textAt(value, 'kind') ?? '';
  if (kind.endsWith('List')) return listAt(value, 'items').flatMap(ofValue);
  if (kind === 'GrafanaDashboard') return ofOperator(value);
  return kind === 'ConfigMap' ? ofConfigMap(value) : [];
};

const toValue = (document: { readonly toJS: () => unknown }): unknown => document.toJS();

/** The documents of a file: JSON, or YAML of Kubernetes. */
const documentsIn = (text: string): readonly unknown[] => {
  const json = parsedJson(text);
  if (json !== undefined) return [json];
  return parseAllDocuments(text, { uniqueKeys: false }).flatMap((document) =>
    'errors' in document && document.errors.length === 0 ? [toValue(document)] : [],
  );
};

/** Whether anything is drawn. */
const holdsPanels = ({ panels, rows }: Json): boolean =>
  [panels, rows].some((each) => Array.isArray(each) && each.length > 0);

const isFound = (found: Found): found is Omit<ReadDashboard, 'file'> => 'model' in found;

/**
 * Dashboards as files have them: Grafana's JSON, as it stands, as its API wraps it or as it is exported for others; ConfigMaps that hold it;
 * GrafanaDashboards; and Lists of them. What else a file holds is passed over.
 */
export const readDashboards = (files: readonly GivenFile[]): DashboardsRead => {
  const read = files.flatMap(({ file, text }) =>
    documentsIn(text)
      .flatMap(ofValue)
      .map((found) => ({
        file,
        found: isFound(found) && !holdsPanels(found.model) ? { why: 'it has no panels' } : found,
      })),
  );
  const all = read.flatMap(({ file, found }) => (isFound(found) ? [{ file, ...found }] : []));
  const twins = repeated(all, identityOf);
  return {
    dashboards: all.filter((each) => !twins.some(([, again]) => again === each)),
    faults: [
      ...twins.map(twinFault),
      ...read.flatMap(({ file, found }) =>
        isFound(found)
          ? []
          : [
              {
                where: file,
                what: '',
                code: 'no-dashboard' as const,
                why: found.why,
                cure: "give the dashboard itself, as Grafana's JSON",
              },
            ],
      ),
    ],
  };
};

/** By what Grafana tells dashboards apart; of those without a uid, by what it would make another of. */
const identityOf = ({ model }: ReadDashboard): string =>
  (textAt(model, 'uid') ?? '').toLowerCase() || `titled ${textAt(model, 'title') ?? ''}`;

const twinFault = ([first, again]: readonly [ReadDashboard, ReadDashboard]): Fault => ({
  where: again.file,
  what: textAt(again.model, 'title') ?? '',
  code: 'name-twice',
  why: `'${textAt(again.model, 'title') ?? ''}' has the uid of a dashboard in ${first.file}, and Grafana keeps one of the two`,
  cure: 'leave one of them out',
});
