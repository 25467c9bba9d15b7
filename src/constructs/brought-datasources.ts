import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import type { DashboardForm } from '#dashboards/form.js';
import { persesFile } from '#dashboards/perses/file.js';
import { ConfigMap } from '#imports/config-map.js';
import { GrafanaDatasource } from '#imports/crd/grafana-datasource.js';
import { PersesDatasource } from '#imports/crd/perses-datasource.js';
import { lokiUrl } from '#application/agent/loki.js';
import { storeUrl } from '#application/tracing/store.js';
import { type Datasource, reference } from '#dashboards/datasource.js';
import { type Dollar, type JsonData, linksOf } from '#dashboards/trace-links.js';
import { yamlOf } from '#ground/yaml.js';
import { type Sidecars, usualSidecars } from '#platform/sidecar.js';
import { instancesOf } from './instances.js';

/** Whose it is, what panels call it, and in which forms its dashboards are written. */
type Described = Pick<
  Application,
  ('name' | 'datasources' | 'dashboardsAs' | 'logs' | 'tracing') | ('isLokiProvided' | 'isTraceStoreProvided')
>;

/** A data source that an application brings. */
interface Brought {
  /** What its objects are called after, behind the application: `loki`. */
  readonly called: string;
  readonly source: Datasource;
  /** The address at which Grafana's server asks it. */
  readonly url: string;
  /** What Perses calls its kind; nothing of one that it has no plugin for. */
  readonly inPerses?: 'LokiDatasource' | 'TempoDatasource';
  /** By what it leads to the others, as a file or an object has it. */
  readonly links: (dollar: Dollar) => JsonData;
}

/** Its data source for who shows dashboards in one form. */
const write = (
  scope: Construct,
  application: Described,
  { called, source, url, inPerses: plugin, links }: Brought,
  form: DashboardForm,
  { label, value }: Sidecars['datasources'],
): void => {
  const name = `${application.name}-${called}`;
  const inGrafana = { access: 'proxy', url, isDefault: false, editable: false };
  const inPerses = plugin && {
    default: false,
    display: { name: source.name },
    plugin: { kind: plugin, spec: { proxy: { kind: 'HTTPProxy', spec: { url } } } },
  };
  const linked = (dollar: Dollar) => {
    const jsonData = links(dollar);
    return Object.keys(jsonData).length > 0 ? { jsonData } : {};
  };
  switch (form.form) {
    // Its sidecar writes the keys of all such ConfigMaps into one folder.
    case 'ConfigMap':
      new ConfigMap(scope, 'config-map', {
        metadata: { name, labels: { [label]: value } },
        data: {
          [`${name}.yaml`]: yamlOf({
            apiVersion: 1,
            datasources: [{ name: source.name, ...reference(source), ...inGrafana, ...linked('$$') }],
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
          // It is no file, in which variables would be put in.
          datasource: { name: source.name, type: source.type, ...inGrafana, ...linked('$') },
        },
      });
      return;
    // By its name panels ask for it.
    case 'PersesDashboard':
      if (inPerses === undefined) return;
      new PersesDatasource(scope, 'perses', {
        metadata: { name: source.uid },
        spec: { ...instancesOf(form), config: inPerses },
      });
      return;
    case 'Perses':
      if (inPerses === undefined) return;
      new ConfigMap(scope, 'perses-file', {
        metadata: { name: `perses-${name}`, labels: { 'perses.dev/resource': 'true' } },
        data: {
          [`${form.project}-${name}.json`]: persesFile('Datasource', source.uid, form.project, inPerses),
        },
      });
  }
};

/** What an application brings: the data source of its logs, and that of its traces. */
const broughtBy = ({ datasources, logs, tracing }: Described): readonly Brought[] => {
  const loki = logs?.name === 'fluent-bit' ? datasources.loki : undefined;
  const traces = tracing && datasources[tracing.store.kind];
  const together = {
    prometheus: datasources.prometheus,
    ...(loki && { logs: loki }),
    ...(traces && { traces }),
  };
  return [
    ...(loki && logs?.name === 'fluent-bit'
      ? [
          {
            ...{ called: 'loki', source: loki, url: lokiUrl(logs.loki), inPerses: 'LokiDatasource' as const },
            links: (dollar: Dollar) => linksOf(loki, together, dollar),
          },
        ]
      : []),
    ...(tracing && traces
      ? [
          {
            ...{ called: tracing.store.kind, source: traces, url: storeUrl(tracing.store) },
            ...(tracing.store.kind === 'tempo' && { inPerses: 'TempoDatasource' as const }),
            links: (dollar: Dollar) => linksOf(traces, together, dollar),
          },
        ]
      : []),
  ];
};

/**
 * The data sources of an application's logs and traces, to each that shows its dashboards: a ConfigMap for a sidecar, or an object of an
 * operator.
 */
export class BroughtDatasources extends Construct {
  /**
   * @param application Whose they are and what they are called after.
   * @param sidecar By what the Grafana of its platform finds them.
   */
  constructor(scope: Construct, id: string, application: Described, sidecar: Sidecars = usualSidecars) {
    super(scope, id);
    for (const each of broughtBy(application)) {
      const isProvided =
        each.called === 'loki' ? application.isLokiProvided : application.isTraceStoreProvided;
      const own = new Construct(this, each.called);
      // What reads ConfigMaps is the platform's Grafana.
      for (const form of application.dashboardsAs)
        if (form.form !== 'ConfigMap' || !isProvided)
          write(own, application, each, form, sidecar.datasources);
    }
  }
}
