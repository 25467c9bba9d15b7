import { clusterRed, diskUsed, indicesOf, logsArrived, query, row, timeseries, upPanel } from 'cheomseong';
import { alerts } from '../alerts.js';
import { logs } from '../logs.js';
import { elasticsearch } from '../metrics.js';

const indices = indicesOf(logs);

/** Whether Elasticsearch takes logs, and has room for them. */
export const searching = row('Elasticsearch', [
  upPanel('Primary Shards', {
    description: {
      ko: '클러스터에 프라이머리 샤드가 빠져 있는지(red)입니다. 빠진 샤드의 로그는 검색도 저장도 되지 않습니다. 빈 곳은 Elasticsearch가 답하지 않은 때입니다.',
      en: 'Whether a primary shard of the cluster is missing (red): its logs can neither be found nor stored. Where the bar has a gap, Elasticsearch did not answer.',
    },
    queries: [query(clusterRed(elasticsearch), 'cluster')],
    limits: [alerts.elasticsearchClusterRed],
    values: { 0: { text: 'COMPLETE', color: 'green' }, 1: { text: 'RED', color: 'red' } },
    width: 24,
  }),
  timeseries('Logs Arriving', {
    description: {
      ko: '최근 10분 동안 도착한 로그 수입니다. 인덱스의 사본마다 셉니다. 0이면 Filebeat나 Elasticsearch가 멈춘 것입니다.',
      en: 'Logs that arrived in the last 10 minutes, counted in each copy of their index. At 0 Filebeat or Elasticsearch has stopped.',
    },
    queries: [query(logsArrived(elasticsearch, indices, '10m'), 'logs')],
    unit: 'locale',
    decimals: 0,
    limits: [alerts.noLogsArriving],
  }),
  timeseries('Elasticsearch Disks Used', {
    description: {
      ko: '노드마다 디스크가 찬 비율입니다. Elasticsearch는 85%에서 새 샤드를 두지 않고, 90%에서 옮기고, 95%에서 쓰기를 막습니다.',
      en: 'How full the disk of each node is. From 85% on Elasticsearch puts no new shard there, from 90% it moves some away, and from 95% it refuses writes.',
    },
    signal: diskUsed(elasticsearch),
    legend: ({ name, mount }) => `${name} ${mount}`,
    limits: [alerts.elasticsearchDiskWatermark],
  }),
]);
