import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { DashboardForm } from '#dashboards/form.js';
import { persesSpec } from '#dashboards/perses/dashboard.js';
import { persesFile } from '#dashboards/perses/file.js';
import { dashboardJson } from '#dashboards/render/dashboard.js';
import { dashboardResource, folderResource } from '#dashboards/v2/resource.js';
import { ConfigMap } from '#imports/config-map.js';
import { GrafanaDashboard } from '#imports/crd/grafana-dashboard.js';
import { GrafanaManifest } from '#imports/crd/grafana-manifest.js';
import { PersesDashboard } from '#imports/crd/perses-dashboard.js';
import { type Sidecars, usualSidecars } from '#platform/sidecar.js';
import { instancesOf } from './instances.js';

/** For which Grafanas of the operator an object is, and how often it is written anew. */
const ofGrafanas = (
  form: Extract<DashboardForm, { readonly form: 'GrafanaDashboard' | 'GrafanaManifest' }>,
) => ({
  ...instancesOf(form),
  ...(form.resyncPeriod !== undefined && { resyncPeriod: form.resyncPeriod }),
});

/** One dashboard of all of its application, as what it reaches whoever shows it. */
const write = (
  scope: Construct,
  dashboard: Dashboard,
  all: readonly Dashboard[],
  form: DashboardForm,
  { label, value, folderAnnotation }: Sidecars['dashboards'],
): void => {
  const { uid, folder } = dashboard;
  switch (form.form) {
    // Its sidecar writes the keys of all ConfigMaps into one folder.
    case 'ConfigMap':
      new ConfigMap(scope, uid, {
        metadata: { name: uid, labels: { [label]: value }, annotations: { [folderAnnotation]: folder } },
        data: { [`${uid}.json`]: dashboardJson(dashboard) },
      });
      return;
    case 'GrafanaDashboard':
      new GrafanaDashboard(scope, `grafana-${uid}`, {
        metadata: { name: uid },
        spec: {
          ...ofGrafanas(form),
          folder,
          json: dashboardJson(dashboard),
        },
      });
      return;
    case 'GrafanaManifest':
      new GrafanaManifest(scope, `manifest-${uid}`, {
        metadata: { name: uid },
        spec: { ...ofGrafanas(form), template: dashboardResource(dashboard) },
      });
      return;
    case 'PersesDashboard':
      new PersesDashboard(scope, `perses-${uid}`, {
        metadata: { name: uid },
        spec: { ...instancesOf(form), config: persesSpec(dashboard, all) },
      });
      return;
    case 'Perses':
      new ConfigMap(scope, `perses-file-${uid}`, {
        metadata: { name: `perses-${uid}`, labels: { 'perses.dev/resource': 'true' } },
        data: {
          [`${form.project}-${uid}.json`]: persesFile(
            'Dashboard',
            uid,
            form.project,
            persesSpec(dashboard, all),
          ),
        },
      });
  }
};

/** The folders in which they are: that API makes none by itself. An object is called after its application too, since several may share a folder. */
const folders = (
  scope: Construct,
  dashboards: readonly Dashboard[],
  form: Extract<DashboardForm, { readonly form: 'GrafanaManifest' }>,
): void => {
  const told = new Map(dashboards.map((each) => [`${each.application} ${each.folder}`, each]));
  for (const { application, folder } of told.values()) {
    const template = folderResource(folder);
    const name = `${application}-folder-${template.metadata.name}`;
    new GrafanaManifest(scope, name, { metadata: { name }, spec: { ...ofGrafanas(form), template } });
  }
};

/** The dashboards of an application, in each form that it asks for. */
export class Dashboards extends Construct {
  /** @param sidecar By what the Grafana of its platform finds them. */
  constructor(
    scope: Construct,
    id: string,
    application: Pick<Application, 'dashboards' | 'dashboardsAs'>,
    sidecar: Sidecars = usualSidecars,
  ) {
    super(scope, id);
    const { dashboards, dashboardsAs } = application;
    for (const form of dashboardsAs) {
      if (form.form === 'GrafanaManifest') folders(this, dashboards, form);
      dashboards.forEach((dashboard) => write(this, dashboard, dashboards, form, sidecar.dashboards));
    }
  }
}
