import { completed, languagesOf, onlyIn } from '#ground/language.js';
import { withParticle } from '#ground/particle.js';
import { yes } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type ClusterMetrics, clusterRed } from './cluster.js';
import { type Held, documents } from './held.js';
import { elasticsearchCommands, overTls } from './commands.js';

/** A cluster of which a primary shard is missing. While Elasticsearch does not answer at all, `ElasticsearchDown` tells. */
export const elasticsearchClusterRed = (
  subject: Subject,
  { status }: ClusterMetrics,
  { holds: held = documents }: Held = {},
): Alert<never, 'boolean'> => {
  const kept = completed(held);
  const { find, logs, ask } = elasticsearchCommands(subject, status);
  const look = commands(
    ...find,
    ask('_cat/indices?v&health=red'),
    ask('_cluster/allocation/explain?pretty'),
    ask('_cat/nodes?v'),
    ask('_cat/allocation?v'),
    logs,
  );
  return alert('ElasticsearchClusterRed', {
    limit: yes,
    for: '2m',
    severity: 'critical',
    component: 'logs',
    when: ({ limit }) => equal(clusterRed({ status }), limit),
    says: onlyIn(languagesOf(held), {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: Elasticsearch 클러스터가 red 상태입니다`,
        description: `${pending} 넘게 프라이머리 샤드가 하나 이상 없습니다. 그 샤드의 ${withParticle(kept.ko, '은/는')} 찾을 수도, 새로 쓸 수도 없습니다. 노드가 클러스터에서 빠졌는지, 디스크가 가득 찼는지부터 확인하고, 왜 배정되지 않는지 _cluster/allocation/explain으로 물어보세요.`,
        meaning: `${subject.ko}의 Elasticsearch에서 어느 노드에도 없는 프라이머리 샤드가 있습니다. 레플리카 샤드만 없는 yellow 상태는 알리지 않습니다.`,
        impact: `없는 샤드의 ${withParticle(kept.ko, '은/는')} 검색 결과에서 빠지고, 그 인덱스에 쓰는 요청은 기다리다 실패합니다. 다른 인덱스는 그대로 동작합니다.`,
        check: `red인 인덱스와, 샤드가 배정되지 않는 이유를 봅니다. 노드가 빠졌으면 NODE_LEFT, 디스크가 모자라면 disk watermark, 파일이 깨졌으면 corrupt라는 말이 나옵니다. ${overTls.ko}\n\n${look}`,
        action:
          '빠진 노드를 되살리면 대부분 저절로 풀립니다. 디스크가 가득 찼으면 오래된 인덱스를 지워 공간을 마련한 다음 `POST _cluster/reroute?retry_failed=true`로 다시 배정하게 합니다. 데이터를 되찾을 수 없으면 스냅샷에서 복원하고, 스냅샷이 없으면 그 인덱스를 지우는 수밖에 없습니다.',
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: the Elasticsearch cluster is red`,
        description: `For more than ${pending} at least one primary shard has been missing: its ${kept.en} can neither be searched nor written. See first whether a node has left the cluster and whether a disk is full, and ask _cluster/allocation/explain why the shard is not allocated.`,
        meaning: `In the Elasticsearch of ${subject.en} there is a primary shard that no node holds. A yellow cluster, which lacks only replica shards, is not reported.`,
        impact: `The ${kept.en} of the missing shard do not show up in searches, and requests that write to its index wait and fail. Other indices work as before.`,
        check: `See which indices are red, and why their shards are not allocated: NODE_LEFT where a node is gone, disk watermark where there is no space, corrupt where files are damaged. ${overTls.en}\n\n${look}`,
        action:
          'Bring back the node that is gone; mostly that is all. If a disk is full, delete old indices to make room, then have it allocate again with `POST _cluster/reroute?retry_failed=true`. What is lost comes back from a snapshot; without one, deleting the index is all that is left.',
      }),
    }),
    proof: () => ({
      reading: {
        at: (value) => [holds(status, { color: 'red' }, value)],
        well: 0,
        when: (value) => (value === '1' ? 'a primary shard is missing' : 'no primary shard is missing'),
        labels: {},
      },
      quiet: [
        {
          when: 'only replicas are missing',
          series: [
            holds(status, { color: 'green' }, { was: 1, becomes: 0 }),
            holds(status, { color: 'yellow' }, { was: 0, becomes: 1 }),
          ],
        },
      ],
    }),
  });
};
