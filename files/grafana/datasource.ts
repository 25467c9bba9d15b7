import { type Application, scrapesOf } from '../../application/application.js';
import { datasources } from '../../dashboards/datasource.js';
import { agentOnHost } from '../compose/agent.js';
import { defaultsOf } from '../prometheus/job.js';

/** The Prometheus beside Grafana. */
export const prometheusDatasource = (application: Application): object => {
  const { type, uid } = datasources.prometheus;
  return {
    name: 'Prometheus',
    uid,
    type,
    access: 'proxy',
    url: 'http://prometheus:9090',
    isDefault: true,
    editable: false,
    jsonData: { httpMethod: 'POST', timeInterval: defaultsOf(scrapesOf(application)).interval },
  };
};

/** The logs of an application that sends them to an Elasticsearch which asks nobody who he is; else Grafana would need a user there. */
export const elasticsearchDatasource = (application: Application): readonly object[] => {
  const agent = agentOnHost(application);
  if (agent === undefined || agent.elasticsearch.login) return [];
  return [
    {
      name: 'Elasticsearch',
      uid: 'elasticsearch',
      type: 'elasticsearch',
      access: 'proxy',
      url: agent.elasticsearch.hosts[0],
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
