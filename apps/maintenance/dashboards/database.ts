import {
  type About,
  adjusted,
  connectionSharePanel,
  dashboard,
  databaseUp,
  elasticsearchUp,
  hostPanels,
  query,
  queryPanels,
  queryTimePanel,
  replicationLagPanel,
  sessionPanel,
  upPanel,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { api, elasticsearch, node, postgres } from '../metrics.js';
import { searching } from './elasticsearch.js';

const queries = queryPanels(postgres);
const { usage: cpu, memory, io } = hostPanels(node, alerts);

/** Whether there is a database, then whether one gets a connection, then how long it takes, then why. */
export const databasePerformance = (about: About) =>
  dashboard('Database Performance', {
    ...about,
    description: {
      ko: 'PostgreSQL과 로그를 담는 Elasticsearch가 응답하는지, 쿼리가 얼마나 걸리는지, 연결과 호스트에 여유가 있는지, 스탠바이가 따라오는지 보여 줍니다.',
      en: 'Whether PostgreSQL, and Elasticsearch with the logs, answer, how long queries take, whether connections and the host have room, and whether standbys keep up.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      upPanel('PostgreSQL and Elasticsearch', {
        description: {
          ko: '익스포터가 PostgreSQL에 접속할 수 있는지, Elasticsearch가 상태를 알려 주는지입니다. 빈 곳은 익스포터가 답하지 않은 때입니다.',
          en: 'Whether the exporter can connect to PostgreSQL, and whether Elasticsearch tells of its health. Where a bar has a gap, the exporter did not answer.',
        },
        queries: [
          query(databaseUp(postgres), 'PostgreSQL'),
          query(elasticsearchUp(elasticsearch), 'Elasticsearch'),
        ],
        limits: [alerts.databaseDown, alerts.elasticsearchDown],
        width: 24,
      }),
      connectionSharePanel(postgres, alerts),
      sessionPanel(postgres, alerts),
      queryTimePanel(api, alerts),
      queries.time,
      queries.count,
      replicationLagPanel(postgres),
      ...[cpu, memory, io].map((each) => adjusted(each, { width: 8 })),
      searching,
    ],
  });
