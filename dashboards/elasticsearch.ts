import {
  type ClusterMetrics,
  type DiskMetrics,
  type IndexMetrics,
  type LogIndices,
  diskUsed,
  type elasticsearchAlerts,
  filebeatIndices,
  type logAlerts,
  ofLogs,
} from '../alerts/elasticsearch.js';
import type { Gauge } from '../promql/metric/metric.js';
import { ratio } from '../promql/unit/limit.js';
import { max, sum } from '../promql/vector/aggregate.js';
import { add, divide, multiply } from '../promql/vector/arithmetic.js';
import { positive } from '../promql/vector/compare.js';
import { rate, value } from '../promql/vector/select.js';
import { orZero } from '../promql/vector/set.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

interface NodeMetrics extends ClusterMetrics, DiskMetrics {
  readonly nodes: Gauge<never, 'count'>;
  readonly unassignedShards: Gauge<never, 'count'>;
  readonly memoryUsed: Gauge<'name' | 'area', 'bytes'>;
  readonly memoryMax: Gauge<'name' | 'area', 'bytes'>;
}

/** The colour of a cluster as a number: 1 green, 2 yellow, 3 red; 0 where Elasticsearch does not say. */
const clusterColor = ({ status }: ClusterMetrics) => {
  const is = (color: string) => max(value(status.where({ color })));
  return orZero(add(add(is('green'), multiply(is('yellow'), 2)), multiply(is('red'), 3)));
};

const perNode = { by: ['name'] } as const;
const all = ratio(1);

/** Whether an Elasticsearch has all its data, and room for more. */
export const elasticsearchPanels = (metrics: NodeMetrics, alerts: ReturnType<typeof elasticsearchAlerts>) => {
  const heap = { area: 'heap' } as const;
  return {
    health: stat('Cluster Health', {
      description: {
        ko: '클러스터의 상태입니다. YELLOW는 레플리카 샤드가, RED는 프라이머리 샤드가 없는 것이고, Elasticsearch가 답하지 않거나 익스포터가 사라지면 DOWN입니다. 노드가 하나면 레플리카를 둘 곳이 없어 늘 YELLOW일 수 있습니다.',
        en: 'How the cluster is: YELLOW lacks replica shards, RED primary shards; it is DOWN where Elasticsearch does not answer, or without its exporter. A single node has no place for replicas and may always be YELLOW.',
      },
      signal: clusterColor(metrics),
      values: {
        0: { text: 'DOWN', color: 'red' },
        1: { text: 'GREEN', color: 'green' },
        2: { text: 'YELLOW', color: 'yellow' },
        3: { text: 'RED', color: 'red' },
      },
      alerts: [alerts.elasticsearchDown, alerts.elasticsearchClusterRed],
    }),
    shards: timeseries('Unassigned Shards', {
      description: {
        ko: '어느 노드에도 없는 샤드 수(왼쪽)와 클러스터의 노드 수(오른쪽)입니다. 노드가 줄면 샤드가 다시 배정될 때까지 늘어납니다.',
        en: 'Shards that no node holds (left) and nodes of the cluster (right). Once a node is gone they are more, until they are allocated again.',
      },
      signal: max(value(metrics.unassignedShards)),
      legend: 'unassigned shards',
      right: [query(max(value(metrics.nodes)), 'nodes')],
    }),
    disk: timeseries('Disk Used', {
      description: {
        ko: '노드마다 데이터 디스크가 찬 비율입니다. 기본값으로 90%부터 샤드를 옮기고 95%부터 인덱스가 읽기 전용이 됩니다.',
        en: 'How full the data disk of each node is. By default shards are moved from 90% on, and indices are read-only from 95% on.',
      },
      signal: diskUsed(metrics),
      legend: ({ name, mount }) => `${name} ${mount}`,
      limits: [alerts.elasticsearchDiskWatermark],
      max: all,
    }),
    heap: timeseries('JVM Heap', {
      description: {
        ko: '노드마다 JVM 힙을 쓰고 있는 비율입니다. 톱니 모양이 정상이며, 골이 75% 아래로 내려가지 않으면 힙이 모자랍니다.',
        en: 'The share of its JVM heap that each node uses. A saw is normal; where its valleys stay over 75%, the heap is too small.',
      },
      signal: divide(
        max(value(metrics.memoryUsed.where(heap)), perNode),
        positive(max(value(metrics.memoryMax.where(heap)), perNode)),
      ),
      legend: ({ name }) => name,
      max: all,
    }),
  };
};

/** Whether logs arrive, and how many. */
export const logPanels = (
  metrics: IndexMetrics,
  { noLogsArriving }: ReturnType<typeof logAlerts>,
  { logs = filebeatIndices }: { readonly logs?: LogIndices } = {},
) => ({
  arriving: timeseries('Documents Indexed', {
    description: {
      ko: '초당 로그 인덱스에 쓰인 문서 수입니다. 레플리카가 있으면 사본마다 셉니다.',
      en: 'Documents written to the indices of logs per second. With replicas each copy counts.',
    },
    signal: sum(rate(ofLogs(metrics, logs), '$__rate_interval')),
    unit: 'eps',
    legend: 'documents',
    alerts: [noLogsArriving],
  }),
});
