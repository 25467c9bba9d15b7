import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import { count } from '#promql/unit/limit.js';
import { compare } from '#promql/vector/compare.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, grows } from '#alerts/scenario/behaviour.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { commands, query } from '#alerts/text/command.js';
import { spoken } from '#ground/spoken.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type SentMetrics, readRecords, sentRecords } from './records.js';

const silence = ({ window, for: pending }: Pick<Facts<'count'>, 'window' | 'for'>): Localized =>
  spoken(duration(inSeconds(window) + inSeconds(pending)));

/** A Fluent Bit that reads logs and gets rid of none: Loki is away, or does not let it in. Nothing is lost until its buffer is full. */
export const logsNotSent = (
  subject: Subject,
  metrics: SentMetrics,
  { window = '10m' }: { readonly window?: Duration } = {},
): Alert<'pod', 'count'> => {
  const look = (window: Duration): string =>
    [
      query(sentRecords(metrics, window)),
      commands(...placeOf(subject).agentLogs(metrics.recordsSent, 'fluent-bit', '--since=30m')),
    ].join('\n\n');
  return alert('LogsNotSent', {
    limit: count(0),
    window,
    for: '5m',
    severity: 'warning',
    component: 'logs',
    when: ({ limit, window }) => equal(sentRecords(metrics, window), limit),
    given: ({ window }) => compare(readRecords(metrics, window), '>', count(0)),
    says: {
      ko: ({ labels: { pod }, facts }) => ({
        summary: `${subject.ko}: ${pod}의 로그가 Loki에 들어가지 않습니다`,
        description: `${silence(facts).ko} 넘게 ${pod}의 Fluent Bit가 로그를 읽기만 하고 한 줄도 보내지 못했습니다. 버퍼가 가득 차면 오래된 로그부터 버립니다. Loki가 살아 있는지와 Fluent Bit의 로그부터 확인하세요.`,
        meaning: `${subject.ko}의 로그를 모으는 Fluent Bit 하나가 ${silence(facts).ko} 넘게 새 로그를 읽으면서도 Loki에 한 줄도 넣지 못했습니다.`,
        impact:
          '지금 장애가 나도 Loki에서는 그 노드의 로그를 찾을 수 없습니다. 버퍼에 쌓인 것은 Loki가 돌아오면 보내지만, 버퍼가 차면 버립니다.',
        check: `로그에서 까닭을 읽습니다. connection refused나 no upstream connections면 Loki의 주소나 상태, 401이나 403이면 인증, 404면 경로, 5xx면 Loki 자체가 문제입니다.\n\n${look(facts.window)}`,
        action:
          'Loki가 멈췄거나 디스크가 가득 찼으면 먼저 되살립니다. 주소가 바뀌었으면 설정을 맞춥니다. 한 노드에서만 그렇다면 그 노드의 네트워크와 NetworkPolicy를 봅니다. 오래 걸릴 것 같으면 버퍼의 한도(`storage.total_limit_size`)를 늘려 둡니다.',
      }),
      en: ({ labels: { pod }, facts }) => ({
        summary: `${subject.en}: logs of ${pod} do not arrive in Loki`,
        description: `For more than ${silence(facts).en} the Fluent Bit ${pod} has read logs and sent none of them. Once its buffer is full it drops the oldest. See whether Loki lives, and the log of Fluent Bit.`,
        meaning: `A Fluent Bit that collects the logs of ${subject.en} has read new lines for more than ${silence(facts).en}, and Loki has taken none of them.`,
        impact:
          'If something breaks now, the logs of that node are not to be found in Loki. What waits in the buffer is sent once Loki is back, unless the buffer is full before.',
        check: `Read why in its log. Connection refused, or no upstream connections, points to the address of Loki or to whether it runs, 401 or 403 to who may write, 404 to the path, 5xx to Loki itself.\n\n${look(facts.window)}`,
        action:
          'If Loki has stopped, or its disk is full, bring it back first. If its address has changed, bring the configuration in line. If only one node is concerned, look at its network and at NetworkPolicies. If it may take long, raise the limit of the buffer (`storage.total_limit_size`) meanwhile.',
      }),
    },
    proof: (facts) => proof(metrics, facts),
  });
};

/** What proves it: that hardly any lines that are read are enough, that any output that sends is, and that others' lines count for nothing. */
const proof = (
  { recordsSent, recordsRead }: SentMetrics,
  { window, for: pending }: Facts<'count'>,
): Proof<'pod'> => {
  const labels = oneOf(recordsSent, ['pod']);
  const stops = { was: 1, becomes: 0 } as const;
  const [early, late] = [inSeconds(window) * 0.3, inSeconds(window) * 1.1];
  const others = (metric: SentMetrics['recordsRead'], label: string): readonly Behaviour[] =>
    fixedLabel(metric, label) === undefined
      ? []
      : [withLabels({ [label]: 'another' })(grows(metric, labels, 1))];
  return {
    reading: {
      at: (value, labels) => [
        grows(recordsSent, labels, value / inSeconds(window)),
        grows(recordsRead, labels, 1),
      ],
      well: 100,
      boundary: { over: 0, under: 1 },
      when: (value) => (value === '0' ? 'lines are read, and none is sent' : 'lines are sent'),
      labels,
    },
    fires: [
      {
        when: 'only now and then a line is read, and none is sent',
        series: [
          grows(recordsSent, labels, stops),
          {
            ...grows(recordsRead, labels, stops),
            course: { type: 'counter', perSecond: stops, events: [early, late] },
          },
        ],
        lasts: duration(2 * inSeconds(window)),
        within: duration(inSeconds(window) + inSeconds(pending) + 60),
        labels,
        value: '0',
      },
    ],
    quiet: [
      {
        when: 'nothing is read, though others read',
        series: [
          grows(recordsSent, labels, stops),
          grows(recordsRead, labels, stops),
          ...['namespace', 'service'].flatMap((label) => others(recordsRead, label)),
        ],
      },
      {
        when: 'one of two outputs sends',
        series: [
          ...['loki.0', 'loki.1'].map((name) =>
            withLabels({ name })(grows(recordsSent, labels, name === 'loki.0' ? 1 : 0)),
          ),
          grows(recordsRead, labels, 1),
        ],
      },
    ],
  };
};
