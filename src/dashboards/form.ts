import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { grammarFaults, labelFaults, namespaceName } from '#ground/grammar.js';
import { type Shape, byName, exactly, length, text, truth } from '#ground/shape.js';

/** The labels by which an operator finds who shows a dashboard. */
export type InstanceLabels = Readonly<Record<string, string>>;

/** ConfigMaps, which a Grafana's sidecar reads. */
interface AsConfigMaps {
  readonly form: 'ConfigMap';
}
/** Objects of grafana-operator. */
interface AsGrafanaDashboards {
  readonly form: 'GrafanaDashboard';
  readonly instances: InstanceLabels;
  readonly acrossNamespaces: boolean;
  readonly resyncPeriod?: Duration;
}
/** Objects of grafana-operator that hold a resource of Grafana's own API. */
interface AsGrafanaResources extends Omit<AsGrafanaDashboards, 'form'> {
  readonly form: 'GrafanaManifest';
}
/** Objects of perses-operator. */
interface AsPersesDashboards {
  readonly form: 'PersesDashboard';
  readonly instances: InstanceLabels;
}
/** ConfigMaps, which a Perses' sidecar reads. */
interface AsPersesConfigMaps {
  readonly form: 'Perses';
  readonly project: string;
}

/** As what the dashboards of an application reach whoever shows them. */
export type DashboardForm =
  AsConfigMaps | AsGrafanaDashboards | AsGrafanaResources | AsPersesDashboards | AsPersesConfigMaps;

const made = new WeakSet<object>();
const form = <F extends DashboardForm>(value: F): F => {
  made.add(value);
  return Object.freeze(value);
};

/** Whether a form was made by one of the functions here. */
export const isForm = (value: unknown): boolean => isObject(value) && made.has(value);

/** ConfigMaps of Grafana's JSON with the label `grafana_dashboard`, which the sidecar of the kube-prometheus-stack reads: what is done unless told. */
export const configMaps: DashboardForm = form({ form: 'ConfigMap' });

const labels: Shape = (where, value) => {
  const malformed = byName(text)(where, value);
  if (malformed.length > 0 || !isObject(value)) return malformed;
  return labelFaults(
    where,
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)])),
  );
};

/** It asks Grafana each time: the operator's own default is ten minutes. */
const resyncFaults = ({ resyncPeriod }: { readonly resyncPeriod?: Duration }): readonly Fault[] =>
  resyncPeriod === undefined || (inSeconds(resyncPeriod) > 0 && !/[dw]$/.test(resyncPeriod))
    ? []
    : [
        {
          where: 'resyncPeriod',
          what: resyncPeriod,
          code: 'bad-duration',
          why: `grafana-operator reads no '${resyncPeriod}'`,
          cure: "write it in hours or shorter: '24h'",
        },
      ];

/** For which Grafanas of the operator an object is, and how often it is written anew. */
export interface OfGrafanas {
  readonly instances: InstanceLabels;
  readonly acrossNamespaces?: boolean;
  readonly resyncPeriod?: Duration;
}

const grafanasShape = exactly({ instances: labels }, { acrossNamespaces: truth, resyncPeriod: length });

/**
 * GrafanaDashboards of grafana-operator, `grafana.integreatly.org/v1beta1`, which holds the same JSON as a ConfigMap does.
 *
 * @param instances The labels of the Grafanas that show them; the operator takes no others later on, so that a change is a new object.
 * @param acrossNamespaces Whether these Grafanas may stand in another namespace than the application's objects; they may, unless told.
 * @param resyncPeriod How often the operator writes what somebody has changed in Grafana; as it does by itself, unless told.
 * @throws Refusal on what is no label of Kubernetes, and on a length that the operator does not read.
 */
export const grafanaDashboards = (spec: OfGrafanas): DashboardForm => {
  refuse('grafanaDashboards', grafanasShape('', spec));
  refuse('grafanaDashboards', resyncFaults(spec));
  return form({ form: 'GrafanaDashboard', acrossNamespaces: true, ...spec });
};

/**
 * Resources of Grafana's own API in its second model of dashboards, `dashboard.grafana.app/v2`, which Grafana 13 and newer take. They reach it as
 * GrafanaManifests of grafana-operator 5.22 and newer; files and sidecars go on in the classic model.
 *
 * @param instances The labels of the Grafanas that show them, as of `grafanaDashboards`; `acrossNamespaces` and `resyncPeriod` too.
 * @throws Refusal on what is no label of Kubernetes, and on a length that the operator does not read.
 */
export const grafanaResources = (spec: OfGrafanas): DashboardForm => {
  refuse('grafanaResources', grafanasShape('', spec));
  refuse('grafanaResources', resyncFaults(spec));
  return form({ form: 'GrafanaManifest', acrossNamespaces: true, ...spec });
};

/**
 * PersesDashboards of perses-operator, `perses.dev/v1alpha2`; their project is the application's namespace.
 *
 * @param instances The labels of the Perses servers that show them; of all of them, unless told.
 * @throws Refusal on what is no label of Kubernetes.
 */
export const persesDashboards = ({
  instances = {},
}: { readonly instances?: InstanceLabels } = {}): DashboardForm => {
  refuse('persesDashboards', exactly({ instances: labels })('', { instances }));
  return form({ form: 'PersesDashboard', instances });
};

/**
 * ConfigMaps of Perses' own JSON with the label `perses.dev/resource`, which the sidecar of Perses' Helm chart reads, and `percli apply` too.
 *
 * @param project Where they stand in Perses; it must be there.
 * @throws Refusal on a name that is none.
 */
export const persesConfigMaps = ({ project }: { readonly project: string }): DashboardForm => {
  refuse('persesConfigMaps', exactly({ project: text })('', { project }));
  refuse('persesConfigMaps', grammarFaults('project', namespaceName, [project]));
  return form({ form: 'Perses', project });
};

/** Whether it is read by a Grafana. */
export const isOfGrafana = ({ form }: DashboardForm): boolean =>
  form === 'ConfigMap' || form === 'GrafanaDashboard' || form === 'GrafanaManifest';

/** Whether it is read by the Grafana of the platform itself: an operator's may be any other. */
export const isOfPlatform = ({ form }: DashboardForm): boolean => form === 'ConfigMap';
