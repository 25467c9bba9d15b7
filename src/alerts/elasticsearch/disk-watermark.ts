import { completed, languagesOf, onlyIn } from '#ground/language.js';
import { withParticle } from '#ground/particle.js';
import { type Limit, gibibytes, percent } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type DiskMetrics, diskUsed } from './cluster.js';
import { type Held, documents } from './held.js';
import { elasticsearchCommands, overTls } from './commands.js';

export interface Watermark {
  /** Share of a disk that may be used: Elasticsearch's low watermark, 85%, unless given. It has two further ones, to act in between. */
  readonly watermark?: Limit<'ratio'>;
}

/**
 * A disk of a node that is used beyond a watermark. Numbers are Elasticsearch's defaults,
 * https://www.elastic.co/docs/troubleshoot/elasticsearch/fix-watermark-errors.
 */
export const elasticsearchDiskWatermark = (
  subject: Subject,
  metrics: DiskMetrics,
  { watermark = percent(85), holds: held = documents }: Watermark & Held = {},
): Alert<'name' | 'mount', 'ratio'> => {
  const kept = completed(held);
  const { dataSize, dataAvailable } = metrics;
  const { find, ask } = elasticsearchCommands(subject, dataAvailable);
  const look = commands(
    ...find,
    ask('_cat/allocation?v'),
    ask('_cat/indices?v&s=store.size:desc'),
    ask('_cluster/settings?include_defaults=true&filter_path=*.cluster.routing.allocation.disk&pretty'),
  );
  return alert('ElasticsearchDiskWatermark', {
    limit: watermark,
    for: '5m',
    severity: 'warning',
    component: 'logs',
    when: ({ limit }) => above(diskUsed(metrics), limit),
    says: onlyIn(languagesOf(held), {
      ko: ({ value, limit, labels: { name, mount } }) => ({
        summary: `${subject.ko}: Elasticsearch 노드 ${name}의 디스크가 ${value} 찼습니다`,
        description: `노드 ${name}의 데이터 디스크(${mount})가 ${value} 찼습니다(기준 ${limit}). 90%부터 샤드를 다른 노드로 옮기고, 95%부터는 인덱스가 읽기 전용이 되어 ${withParticle(kept.ko, '이/가')} 더 쌓이지 않습니다. 어느 인덱스가 큰지 보고 오래된 것부터 지우세요.`,
        meaning: `${subject.ko}의 Elasticsearch 노드에서 데이터 디스크가 ${limit} 넘게 찼습니다. Elasticsearch의 기본 watermark는 셋입니다. 85%(low)를 넘은 노드에는 이미 있던 인덱스의 샤드를 더 두지 않고, 90%(high)를 넘으면 샤드를 다른 노드로 옮기며, 95%(flood stage)를 넘으면 그 노드에 샤드가 있는 인덱스를 모두 읽기 전용으로 바꿉니다. 큰 디스크에서는 비율 대신 남은 크기(200GB, 150GB, 100GB)가 기준이어서 이 알림이 먼저 발생합니다.`,
        impact: `아직은 없습니다. 95%를 넘으면 ${kept.ko} 쓰기가 모두 거절되고(429, read_only_allow_delete) Kibana도 열리지 않을 수 있습니다. 노드가 하나뿐이면 옮길 곳이 없으므로 90%를 지나 그대로 95%까지 찹니다.`,
        check: `노드마다 디스크가 얼마나 찼는지, 어느 인덱스가 큰지, watermark를 바꿔 두었는지 봅니다. ${overTls.ko}\n\n${look}`,
        action: `오래된 인덱스를 지우고, 보관 기간(ILM 정책)을 줄입니다. ${withParticle(kept.ko, '이/가')} 갑자기 늘었으면 무엇이 그렇게 많이 쓰는지 찾습니다. 그래도 모자라면 디스크를 늘리거나 노드를 더합니다. 90% 아래로 내려가면 읽기 전용은 저절로 풀립니다. watermark를 올리는 것은 시간을 벌 뿐입니다.`,
      }),
      en: ({ value, limit, labels: { name, mount } }) => ({
        summary: `${subject.en}: the disk of Elasticsearch node ${name} is ${value} full`,
        description: `Of the data disk of node ${name} (${mount}) ${value} is used (limit ${limit}). From 90% on shards are moved to other nodes, and from 95% on indices are read-only: no more ${kept.en} are kept. See which indices are big, and delete the oldest.`,
        meaning: `More than ${limit} of the data disk of an Elasticsearch node of ${subject.en} is used. Elasticsearch has three watermarks, by default: beyond 85% (low) no further shards of existing indices are put on the node, beyond 90% (high) its shards are moved to other nodes, and beyond 95% (flood stage) every index with a shard on it is made read-only. On large disks it goes by what is left (200, 150 and 100 GB), and this alert comes first.`,
        impact: `None yet. Beyond 95% all writing of ${kept.en} is refused (429, read_only_allow_delete), and Kibana may not open. A single node has nowhere to move its shards: it fills up past 90% straight to 95%.`,
        check: `See how full the disk of each node is, which indices are big, and whether somebody has set other watermarks. ${overTls.en}\n\n${look}`,
        action: `Delete old indices and keep them for a shorter time (ILM policy). If ${kept.en} have grown at once, find out what writes so much. If that is not enough, make the disk larger or add a node. Below 90% indices can be written again by themselves. Raising a watermark only wins time.`,
      }),
    }),
    proof: () => {
      const size = gibibytes(100).value;
      return {
        reading: {
          at: (value, labels) => [
            holds(dataAvailable, labels, (1 - value) * size),
            holds(dataSize, labels, size),
          ],
          well: 0.1,
          when: (value) => `a disk is ${value} full`,
          labels: { name: 'es-0', mount: '/usr/share/elasticsearch/data (/dev/sda1)' },
        },
      };
    },
  });
};
