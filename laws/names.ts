import type { Rendered } from '../synth/render.js';
import { repeated } from '../synth/repeated.js';
import type { Law } from './law.js';

const identity = ({ manifest: { apiVersion, kind, metadata } }: Rendered): string =>
  `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

/** Two objects of one kind, namespace and name are one object in the cluster: the later sync wins. */
export const uniqueObjects: Law = ({ objects }) =>
  repeated(objects, identity).map(([first, { path, manifest }]) => ({
    path,
    field: 'metadata.name',
    text: manifest.metadata.name,
    message: `${first.path} is a ${manifest.kind} of this name in this namespace too`,
    cure: 'give one of the two another name',
  }));

/** Grafana takes two dashboards of one uid for one dashboard. */
export const uniqueDashboards: Law = ({ applications }) => {
  const dashboards = applications.flatMap(({ name, dashboards }) => dashboards.map((dashboard) => ({ name, dashboard })));
  return repeated(dashboards, ({ dashboard }) => dashboard.uid).map(([first, { name, dashboard }]) => ({
    path: `${name}/dashboards`,
    text: `${dashboard.title}: uid ${dashboard.uid}`,
    message: `dashboard '${first.dashboard.title}' of ${first.name} has this uid too`,
    cure: 'give one of the two another uid',
  }));
};

const dataKeys = ({ manifest }: Rendered): readonly string[] => {
  const { data } = manifest;
  const read = manifest.kind === 'ConfigMap' && manifest.metadata.labels?.['grafana_dashboard'] !== undefined;
  return read && typeof data === 'object' && data !== null ? Object.keys(data) : [];
};

/** Grafana's sidecar writes the keys of all ConfigMaps, of every application, into one folder. */
export const uniqueDashboardFiles: Law = ({ objects }) =>
  repeated(
    objects.flatMap((object) => dataKeys(object).map((key) => ({ object, key }))),
    ({ key }) => key,
  ).map(([first, { object, key }]) => ({
    path: object.path,
    field: 'data',
    text: key,
    message: `${first.object.path} has this key too, and Grafana's sidecar writes both into one file`,
    cure: 'give one of the two dashboards another uid',
  }));
