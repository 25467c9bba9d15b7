import { completed, languagesOf, onlyIn } from '#ground/language.js';
import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { elsewhere } from '#alerts/scenario/elsewhere.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type ClusterMetrics, type ExporterMetrics, elasticsearchUp, exporterAnswers } from './cluster.js';
import { type Held, documents } from './held.js';
import { elasticsearchCommands, overTls } from './commands.js';

/** An Elasticsearch that does not answer. */
export const elasticsearchDown = (
  subject: Subject,
  { status, up }: ClusterMetrics & ExporterMetrics,
  { for: pending = '2m', holds: held = documents }: Held & { readonly for?: Duration } = {},
): Alert<never, 'boolean'> => {
  const kept = completed(held);
  const place = placeOf(subject);
  const { podOrContainer, storage, ending } = place;
  const { find, logs, ask } = elasticsearchCommands(subject, status);
  const answers = holds(up, {}, 1);
  const look = commands(
    ...find,
    logs,
    ask('_cluster/health?pretty'),
    ask('_cat/nodes?v'),
    ...place.exporterLogs(status),
  );
  return alert('ElasticsearchDown', {
    limit: no,
    for: pending,
    severity: 'critical',
    component: 'logs',
    when: ({ limit }) => equal(elasticsearchUp({ status }), limit),
    knownBy: () => exporterAnswers({ up }),
    says: onlyIn(languagesOf(held), {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: Elasticsearch가 응답하지 않습니다`,
        description: `${pending} 넘게 익스포터가 Elasticsearch의 클러스터 상태를 읽지 못하고 있습니다(elasticsearch_cluster_health_status 없음). Elasticsearch ${podOrContainer.ko}의 상태와 로그부터 확인하고, 떠 있으면 마스터가 뽑혔는지와 익스포터의 로그를 살펴보세요.`,
        meaning: `${subject.ko}의 Elasticsearch가 클러스터 상태를 묻는 익스포터에 답하지 않습니다. 익스포터 자체가 사라지면 알 수 없으므로, 그것은 TargetDown이 알립니다. 마스터가 없는 클러스터도 답하지 못합니다.`,
        impact: `${withParticle(kept.ko, '이/가')} 저장되지 않고, 쌓인 ${withParticle(kept.ko, '을/를')} 찾아볼 수도 없습니다. Filebeat처럼 읽던 자리를 기억하고 다시 보내는 것은, 그동안 읽던 파일이 지워지지 않으면 되살아난 뒤 따라잡습니다. 익스포터만 사라졌다면 영향은 없지만 Elasticsearch를 볼 수 없습니다.`,
        check: `${withParticle(podOrContainer.ko, '과/와')} 로그를 보고, 클러스터 상태와 노드를 묻습니다. master_not_discovered면 노드끼리 서로 찾지 못하는 것이고, 401이면 익스포터의 비밀번호가 틀린 것입니다. ${overTls.ko}\n\n${look}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 없거나 재시작을 반복하면 ${ending.ko}, 종료 사유(OOMKilled, vm.max_map_count), ${withParticle(`${storage.ko}(가득 참)`, '을/를')} 확인합니다. 힙은 메모리 한도의 절반을 넘지 않게 둡니다. 마스터가 없으면 마스터 후보의 과반수를 되살립니다. 데이터 폴더의 파일은 직접 지우지 않습니다.`,
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: Elasticsearch does not answer`,
        description: `For more than ${pending} the exporter has not been able to read the health of the cluster (elasticsearch_cluster_health_status is missing). Look at the state and the logs of the Elasticsearch ${podOrContainer.en} first; if it runs, see whether a master is elected, and the exporter's log.`,
        meaning: `The Elasticsearch of ${subject.en} does not tell the exporter how its cluster is. Where the exporter itself is gone nobody knows, and TargetDown tells of that. A cluster without a master cannot tell either.`,
        impact: `No ${kept.en} are kept, and those that are there cannot be searched. What remembers how far it has read and sends again, as Filebeat does, catches up afterwards, unless the files that it reads are deleted meanwhile. If only the exporter is gone nobody is harmed, but Elasticsearch is out of sight.`,
        check: `Look at the ${podOrContainer.en} and its logs, and ask for the health of the cluster and for its nodes. master_not_discovered means that nodes do not find each other, 401 that the exporter has a wrong password. ${overTls.en}\n\n${look}`,
        action: `If the ${podOrContainer.en} is missing or restarts again and again, see ${ending.en}, why it ended (OOMKilled, vm.max_map_count), and whether its ${storage.en} is full. Give the heap no more than half of the memory limit. Without a master, bring back the majority of the nodes that may be one. Never delete files of its data folder by hand.`,
      }),
    }),
    proof: () => ({
      reading: {
        at: (value) => [holds(status, { color: 'green' }, value), answers],
        well: 1,
        when: (value) => (value === '1' ? 'its cluster is green' : 'its cluster is of no colour'),
        labels: {},
      },
      fires: [
        {
          when: 'it does not answer the exporter',
          series: [holds(status, { color: 'green' }, { was: 1, becomes: 'missing' }), answers],
          labels: {},
          value: '0',
        },
      ],
      quiet: [
        {
          when: 'the exporter is gone, and nobody knows',
          series: [
            holds(status, { color: 'green' }, { was: 1, becomes: 'missing' }),
            holds(up, {}, { was: 1, becomes: 'missing' }),
            ...elsewhere(up),
          ],
        },
        {
          when: 'the exporter does not answer, and nobody knows',
          series: [
            holds(status, { color: 'green' }, { was: 1, becomes: 'missing' }),
            holds(up, {}, { was: 1, becomes: 0 }),
          ],
        },
        {
          when: 'its cluster turns red',
          series: [
            holds(status, { color: 'green' }, { was: 1, becomes: 0 }),
            holds(status, { color: 'red' }, { was: 0, becomes: 1 }),
            answers,
          ],
        },
      ],
    }),
  });
};
