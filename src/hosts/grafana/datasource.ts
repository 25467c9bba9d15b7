import { scrapesOf } from '#application/application.js';
import { reference } from '#dashboards/datasource.js';
import type { ApplicationOnHost } from '#hosts/answered.js';
import { storeUrl } from '#application/tracing/store.js';
import { type Together, linksOf } from '#dashboards/trace-links.js';
import { defaultsOf } from '#application/host/intervals.js';

/** What of an application's data sources leads to one another on its host. */
const togetherOn = ({ tracing, logs, datasources }: ApplicationOnHost): Together => ({
  prometheus: datasources.prometheus,
  ...(logs && !logs.elasticsearch.login && { logs: datasources.elasticsearch }),
  ...(tracing && { traces: datasources[tracing.store.kind] }),
});

/** The Prometheus beside Grafana. */
export const prometheusDatasource = (application: ApplicationOnHost): object => ({
  name: application.datasources.prometheus.name,
  ...reference(application.datasources.prometheus),
  access: 'proxy',
  url: 'http://prometheus:9090',
  isDefault: true,
  editable: false,
  jsonData: {
    ...{ httpMethod: 'POST', timeInterval: defaultsOf(scrapesOf(application)).interval },
    ...linksOf(application.datasources.prometheus, togetherOn(application)),
  },
});

/** The traces of an application that has any. */
export const traceDatasource = (application: ApplicationOnHost): readonly object[] => {
  const { tracing, datasources } = application;
  if (tracing === undefined) return [];
  const source = datasources[tracing.store.kind];
  return [
    {
      name: source.name,
      ...reference(source),
      access: 'proxy',
      url: storeUrl(tracing.store),
      editable: false,
      jsonData: linksOf(source, togetherOn(application)),
    },
  ];
};

/** The logs of an application that sends them to an Elasticsearch which asks nobody who he is; else Grafana would need a user there. */
export const elasticsearchDatasource = (application: ApplicationOnHost): readonly object[] => {
  const {
    logs,
    datasources: { elasticsearch },
  } = application;
  if (logs === undefined || logs.elasticsearch.login) return [];
  return [
    {
      name: elasticsearch.name,
      ...reference(elasticsearch),
      access: 'proxy',
      url: logs.elasticsearch.hosts[0],
      editable: false,
      jsonData: {
        index: 'logs-*',
        timeField: '@timestamp',
        logMessageField: 'message',
        logLevelField: 'json.level',
        ...linksOf(elasticsearch, togetherOn(application)),
      },
    },
  ];
};
