import { type Application, scrapesOf } from '#application/application.js';
import { reference } from '#dashboards/datasource.js';
import type { ApplicationOnHost } from '#hosts/answered.js';
import { defaultsOf } from '#application/host/intervals.js';

/** The Prometheus beside Grafana. */
export const prometheusDatasource = (application: Application): object => ({
  name: application.datasources.prometheus.name,
  ...reference(application.datasources.prometheus),
  access: 'proxy',
  url: 'http://prometheus:9090',
  isDefault: true,
  editable: false,
  jsonData: { httpMethod: 'POST', timeInterval: defaultsOf(scrapesOf(application)).interval },
});

/** The logs of an application that sends them to an Elasticsearch which asks nobody who he is; else Grafana would need a user there. */
export const elasticsearchDatasource = ({
  logs,
  datasources: { elasticsearch },
}: Pick<ApplicationOnHost, 'logs' | 'datasources'>): readonly object[] => {
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
      },
    },
  ];
};
