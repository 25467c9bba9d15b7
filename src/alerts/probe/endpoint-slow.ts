import type { Duration } from '#ground/duration.js';
import type { Gauge } from '#promql/metric/metric.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import { compare } from '#promql/vector/compare.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { type Course, exists } from '#alerts/scenario/behaviour.js';
import { ofOthers } from '#alerts/scenario/elsewhere.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { askingCommands } from './commands.js';
import { type ProbeMetrics, mostSucceed, phasesTake, probesSucceeded, probesTake } from './probes.js';

export interface Slowness {
  readonly prober: string;
  /** How long a probe may take, from finding the address to the end of the answer. */
  readonly limit: Limit<'seconds'>;
  /** Over how long it is averaged; 5 minutes by default. */
  readonly window?: Duration;
}

/** What of a slow endpoint is known by phases: of those that are asked by HTTP. */
export interface SlowMetrics extends ProbeMetrics {
  readonly phases?: Gauge<'instance' | 'service' | 'phase', 'seconds'>;
}

/** An endpoint that answers, and takes too long for it. One that does not answer, and takes its time for that, is told by EndpointDown. */
export const endpointSlow = (
  subject: Subject,
  { success, duration, phases }: SlowMetrics,
  { prober, limit, window = '5m' }: Slowness,
): Alert<'instance', 'seconds'> => {
  const look = commands(...askingCommands(placeOf(subject), success.where({ service: prober })));
  const shown = (window: Duration): string =>
    [query(phases ? phasesTake(phases, window) : probesTake({ duration }, window)), look].join('\n\n');
  return alert('EndpointSlow', {
    limit,
    window,
    for: '5m',
    severity: 'warning',
    when: ({ limit, window }) => above(probesTake({ duration }, window), limit),
    given: ({ window }) => compare(probesSucceeded({ success }, window), '>=', mostSucceed),
    says: {
      ko: ({ value, limit, window, facts, labels: { instance } }) => ({
        summary: `${subject.ko}: ${instance} 응답이 ${value} 걸립니다`,
        description: `밖에서 ${instance} 주소로 보낸 점검이 최근 ${window} 동안 평균 ${value} 걸렸습니다(기준 ${limit}). 이름 찾기, 연결, TLS, 처리, 내려받기 가운데 어느 단계가 느린지 대응 방법의 쿼리로 먼저 확인하세요.`,
        meaning: `${subject.ko}의 주소에 보낸 점검이 성공하기는 하지만, 이름을 찾을 때부터 답을 다 받을 때까지 ${window} 평균으로 ${limit}보다 오래 걸립니다.`,
        impact: '밖에서 들어오는 사용자가 느려졌다고 느낍니다. 더 느려지면 점검이 시간을 넘겨 실패합니다.',
        check: `어느 단계가 느린지 Prometheus에서 조회합니다. resolve면 DNS, connect와 tls면 네트워크와 앞단의 프록시, processing이면 뒤의 서비스, transfer면 답의 크기와 대역폭을 봅니다. 모든 주소가 함께 느려졌으면 익스포터가 있는 자리의 네트워크와 CPU가 문제일 수 있습니다.\n\n${shown(facts.window)}`,
        action:
          'processing이 느리면 뒤의 서비스를 늘리거나 느린 쿼리를 고칩니다. resolve가 느리면 DNS 서버를, connect나 tls가 느리면 프록시의 부하를 줄입니다. 늘 이만큼 걸리는 주소라면 기준을 올립니다.',
      }),
      en: ({ value, limit, window, facts, labels: { instance } }) => ({
        summary: `${subject.en}: ${instance} takes ${value} to answer`,
        description: `Over the last ${window} a probe of ${instance} from outside took ${value} on average (limit ${limit}). See first by the runbook's query which phase is slow: finding the name, connecting, TLS, processing or transfer.`,
        meaning: `Probes of an address of ${subject.en} succeed, but from finding its name to the end of the answer they take longer than ${limit} on average over ${window}.`,
        impact:
          'Users who come from outside notice that it is slow. If it becomes slower still, probes fail by timing out.',
        check: `Ask Prometheus which phase is slow. Resolve is DNS, connect and tls the network or the proxy in front, processing the service behind, transfer the size of the answer and the bandwidth. If all addresses became slow together, it may be network or CPU where the exporter stands.\n\n${shown(facts.window)}`,
        action:
          'If processing is slow, add to the service behind or mend its slow queries; if resolve is, look after the DNS server; if connect or tls is, take load off the proxy. If this address always takes so long, raise the limit.',
      }),
    },
    proof: ({ limit }) => {
      const labels = oneOf(success, ['instance']);
      const [well, over] = [limit.value / 10, limit.value * 1.01];
      const takes = (seconds: Course, succeeds: number, of: Readonly<Record<string, string>> = labels) => [
        exists(duration, of, seconds),
        exists(success, of, succeeds),
      ];
      const slow = { was: well, becomes: over };
      const shown = { labels, value: heldAgainst(limit, { value: over, unit: 'seconds' }) };
      return {
        reading: {
          at: (seconds, labels) => takes(seconds, 1, labels),
          well,
          when: (value) => `an endpoint takes ${value} to answer`,
          labels,
          boundary: { over, under: limit.value },
          crossed: (limit.value - well) / (over - well),
        },
        fires: [
          {
            when: 'an endpoint is slow, and answers every other time',
            series: takes(slow, mostSucceed.value),
            ...shown,
          },
          {
            when: 'an endpoint is slow, and one of somebody else does not answer',
            series: [...takes(slow, 1), ...ofOthers(success, labels, 0)],
            ...shown,
          },
        ],
        quiet: [
          {
            when: 'an endpoint does not answer most of the time, and takes its time for that',
            series: takes(slow, mostSucceed.value * 0.99),
          },
          {
            when: 'an endpoint does not answer one of two who ask, and takes its time for that',
            series: ['one', 'other'].flatMap((service, i) => takes(slow, i, { ...labels, service })),
          },
        ],
      };
    },
  });
};
