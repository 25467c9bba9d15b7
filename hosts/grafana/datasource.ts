import { type Application, scrapesOf } from '../../application/application.js';
import { datasources } from '../../dashboards/datasource.js';
import type { ApplicationOnHost } from '../answered.js';
import { defaultsOf } from '../../application/host/intervals.js';

/** The Prometheus beside Grafana. */
export const prometheusDatasource = (application: Application): object => ({
  name: 'Prometheus',
  ...datasources.prometheus,
  access: 'proxy',
  url: 'http://prometheus:9090',
  isDefault: true,
  editable: false,
  jsonData: { httpMethod: 'POST', timeInterval: defaultsOf(scrapesOf(application)).interval },
});

/** The logs of an application that sends them to an Elasticsearch which asks nobody who he is; else Grafana would need a user there. */
export const elasticsearchDatasource = ({ logs }: Pick<ApplicationOnHost, 'logs'>): readonly object[] => {
  if (logs === undefined || logs.elasticsearch.login) return [];
  return [
    {
      name: 'Elasticsearch',
      ...datasources.elasticsearch,
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
