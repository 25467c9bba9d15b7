import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import { reference } from '#dashboards/datasource.js';
import type { DashboardForm } from '#dashboards/form.js';
import { persesFile } from '#dashboards/perses/file.js';
import { ConfigMap } from '#imports/config-map.js';
import { GrafanaDatasource } from '#imports/crd/grafana-datasource.js';
import { PersesDatasource } from '#imports/crd/perses-datasource.js';
import { type Loki, lokiUrl } from '#application/agent/loki.js';
import { yamlOf } from '#ground/yaml.js';
import { type Sidecars, usualSidecars } from '#platform/sidecar.js';
import { instancesOf } from './instances.js';

/** Whose it is, what panels call it, and in which forms its dashboards are written. */
type Described = Pick<Application, 'name' | 'datasources' | 'dashboardsAs' | 'isLokiProvided'>;

/** Its data source for who shows dashboards in one form. */
const write = (
  scope: Construct,
  application: Described,
  url: string,
  form: DashboardForm,
  { label, value }: Sidecars['datasources'],
): void => {
  const name = `${application.name}-loki`;
  const { loki: source } = application.datasources;
  const inGrafana = { access: 'proxy', url, isDefault: false, editable: false };
  const inPerses = {
    default: false,
    display: { name: source.name },
    plugin: { kind: 'LokiDatasource', spec: { proxy: { kind: 'HTTPProxy', spec: { url } } } },
  };
  switch (form.form) {
    // Its sidecar writes the keys of all such ConfigMaps into one folder.
    case 'ConfigMap':
      new ConfigMap(scope, 'config-map', {
        metadata: { name, labels: { [label]: value } },
        data: {
          [`${name}.yaml`]: yamlOf({
            apiVersion: 1,
            datasources: [{ name: source.name, ...reference(source), ...inGrafana }],
          }),
        },
      });
      return;
    case 'GrafanaDashboard':
    case 'GrafanaManifest':
      new GrafanaDatasource(scope, 'grafana', {
        metadata: { name },
        spec: {
          ...instancesOf(form),
          uid: source.uid,
          datasource: { name: source.name, type: source.type, ...inGrafana },
        },
      });
      return;
    // By its name panels ask for it.
    case 'PersesDashboard':
      new PersesDatasource(scope, 'perses', {
        metadata: { name: source.uid },
        spec: { ...instancesOf(form), config: inPerses },
      });
      return;
    case 'Perses':
      new ConfigMap(scope, 'perses-file', {
        metadata: { name: `perses-${name}`, labels: { 'perses.dev/resource': 'true' } },
        data: {
          [`${form.project}-${name}.json`]: persesFile('Datasource', source.uid, form.project, inPerses),
        },
      });
  }
};

/** The data source of panels that show logs, to each that shows dashboards: a ConfigMap for a sidecar, or an object of an operator. */
export class LokiDatasource extends Construct {
  /**
   * @param application Whose it is and what it is called after.
   * @param sidecar By what the Grafana of its platform finds it.
   */
  constructor(
    scope: Construct,
    id: string,
    application: Described,
    loki: Loki,
    sidecar: Sidecars = usualSidecars,
  ) {
    super(scope, id);
    // What reads ConfigMaps is the platform's Grafana.
    const isMissing = ({ form }: DashboardForm) => form !== 'ConfigMap' || !application.isLokiProvided;
    for (const form of application.dashboardsAs.filter(isMissing))
      write(this, application, lokiUrl(loki), form, sidecar.datasources);
  }
}
