import { withParticle } from '#ground/particle.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { isNew } from '#promql/vector/presence.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import type { Facts } from '#alerts/rule/facts.js';
import type { Localized } from '#ground/language.js';
import { commands, query } from '#alerts/text/command.js';
import { spoken } from '#ground/spoken.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type ClusterMetrics, type IndexMetrics, answering, logsArrived } from './cluster.js';
import { elasticsearchCommands, overTls } from './commands.js';
import { type LogIndices, checkedIndices } from './indices.js';
import { silenceProof } from './silence.js';

export interface Logs {
  /** The indices to which logs are sent: those of an agent in logs/, or of whatever else sends them. */
  readonly logs: LogIndices;
  /** What sends them, by its name: Filebeat unless given. On a host its container is called so too, in small letters. */
  readonly agent?: string;
  /** How far back it looks for a log; 10 minutes by default. */
  readonly window?: Duration;
}

/** How long nothing has arrived when it is told. */
const silence = ({ window, for: pending }: Pick<Facts<'count'>, 'window' | 'for'>): Localized =>
  spoken(duration(inSeconds(window) + inSeconds(pending)));

/**
 * An Elasticsearch that answers, and to which nobody sends logs. While it does not answer, `ElasticsearchDown` tells.
 *
 * @throws Error on indices whose names and pattern do not go together.
 */
export const noLogsArriving = (
  subject: Subject,
  metrics: ClusterMetrics & IndexMetrics,
  { logs: given, agent = 'Filebeat', window = '10m' }: Logs,
): Alert<never, 'count'> => {
  const logs = checkedIndices(given);
  const { podOrContainer } = placeOf(subject);
  const look = (window: Duration): string =>
    [query(logsArrived(metrics, logs, window)), lookCommands(subject, metrics, agent)].join('\n\n');
  return alert('NoLogsArriving', {
    limit: count(0),
    window,
    // A cluster that has just come back needs some scrapes, and Filebeat up to a minute to try again.
    for: '5m',
    severity: 'warning',
    component: 'logs',
    when: ({ limit, window }) => equal(logsArrived(metrics, logs, window), limit),
    given: () => answering(metrics),
    // Of a time in which nobody asked it is not known whether there were any.
    except: ({ window }) => isNew(metrics.status, window),
    says: {
      ko: ({ facts }) => ({
        summary: `${subject.ko}: ${silence(facts).ko} 넘게 로그가 들어오지 않았습니다`,
        description: `Elasticsearch는 응답하는데 ${silence(facts).ko} 넘게 로그 인덱스에 새 문서가 없습니다. 로그 인덱스가 아예 없어도 이 알림이 발생합니다. ${withParticle(agent, '이/가')} 실행 중인지, ${agent}의 로그에 오류가 있는지, 로그 파일에 새 줄이 쌓이는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 로그 인덱스(\`${logs.pattern.source}\`)에 ${silence(facts).ko} 넘게 아무것도 쓰이지 않았습니다. Elasticsearch와 Kibana가 스스로 쓰는 인덱스는 세지 않습니다. Elasticsearch가 응답하지 않는 동안에는 알리지 않고, ElasticsearchDown이 알립니다.`,
        impact: `지금 장애가 나도 로그에서 원인을 찾을 수 없습니다. ${withParticle(agent, '은/는')} 읽던 자리를 기억하므로 곧 고치면 잃는 것이 없지만, 그 전에 로그 파일이 회전되어 지워지면 그동안의 로그를 잃습니다.`,
        check: `언제부터 끊겼는지 Prometheus에서 조회하고, ${agent} ${podOrContainer.ko}의 로그를 봅니다. connection refused면 Elasticsearch의 주소, 401이나 403이면 ${agent}의 계정, 429나 cluster_block_exception이면 가득 찬 디스크, 400이면 매핑과 맞지 않아 버려진 문서입니다. 오류가 없으면 읽는 경로와 파일 권한을 봅니다. ${overTls.ko}\n\n${look(facts.window)}`,
        action: `${withParticle(agent, '이/가')} 멈췄으면 되살립니다. 디스크 때문에 거절되면 ElasticsearchDiskWatermark의 조치를 먼저 합니다. 애플리케이션이 로그를 다른 곳에 쓰거나 형식을 바꿨으면 ${agent}의 설정을 맞춥니다. 요청이 아예 없어 조용한 것이라면 애플리케이션이 살아 있는지 확인합니다.`,
      }),
      en: ({ facts }) => ({
        summary: `${subject.en}: no logs have arrived for ${silence(facts).en}`,
        description: `Elasticsearch answers, but for more than ${silence(facts).en} nothing has been added to the indices of logs; without any such index there is none either. See whether ${agent} runs, whether its log tells of errors, and whether the log files grow, in this order.`,
        meaning: `Nothing has been written to the indices of logs of ${subject.en} (\`${logs.pattern.source}\`) for more than ${silence(facts).en}. Indices in which Elasticsearch and Kibana keep their own books do not count. While Elasticsearch does not answer this alert is quiet, and ElasticsearchDown tells.`,
        impact: `If something breaks now, its logs cannot be searched for the cause. ${agent} remembers how far it has read, so nothing is lost if it is mended soon; but if log files are rotated away before, their logs are.`,
        check: `Ask Prometheus since when, and look at the log of the ${agent} ${podOrContainer.en}. Connection refused points to the address of Elasticsearch, 401 or 403 to ${agent}'s account, 429 or cluster_block_exception to a full disk, 400 to documents that do not fit the mapping and are dropped. Without errors see the paths that it reads, and the permissions of the files. ${overTls.en}\n\n${look(facts.window)}`,
        action: `If ${agent} has stopped, bring it back. If the disk is why it is refused, do first what ElasticsearchDiskWatermark says. If the application writes its logs elsewhere or in another form, bring the configuration of ${agent} in line. If it is quiet because there are no requests at all, see whether the application lives.`,
      }),
    },
    proof: (facts) => silenceProof(metrics, logs, facts),
  });
};

const lookCommands = (subject: Subject, metrics: ClusterMetrics & IndexMetrics, agent: string): string => {
  const place = placeOf(subject);
  const { find, ask } = elasticsearchCommands(subject, metrics.status);
  return commands(
    ...place.agentLogs(metrics.indexed, agent.toLowerCase().replaceAll(' ', '-'), '--since=30m'),
    ...find,
    ask('_cat/indices?v&s=creation.date:desc'),
  );
};
