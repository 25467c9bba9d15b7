import type { Duration } from '#ground/duration.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { askingCommands, certificateCommands } from './commands.js';
import { type ProbeMetrics, mostSucceed, probesSucceeded } from './probes.js';

export interface Probed {
  /** The exporter that asks, by its name. */
  readonly prober: string;
  /** Over how long probes are counted; 2 minutes by default. */
  readonly window?: Duration;
}

/**
 * An endpoint that does not answer who asks from outside: name, network, certificate, status, body, whatever it is. Of what nobody asks any
 * more nothing is known; that a probe's job has no target, or cannot be scraped, is told by an alert of its own.
 */
export const endpointDown = (
  subject: Subject,
  { success }: Pick<ProbeMetrics, 'success'>,
  { prober, window = '2m' }: Probed,
): Alert<'instance', 'ratio'> => {
  const look = commands(
    ...askingCommands(placeOf(subject), success.where({ service: prober })),
    ...certificateCommands,
  );
  const shown = (window: Duration): string => `${query(probesSucceeded({ success }, window))}\n\n${look}`;
  return alert('EndpointDown', {
    limit: mostSucceed,
    window,
    for: '2m',
    severity: 'critical',
    when: ({ limit, window }) => below(probesSucceeded({ success }, window), limit),
    says: {
      ko: ({ value, limit, for: pending, window, facts, labels: { instance } }) => ({
        summary: `${subject.ko}: 밖에서 ${instance} 접속이 되지 않습니다`,
        description: `밖에서 ${instance} 주소로 ${window} 동안 보낸 점검이 ${value}만 성공하는 상태가 ${pending} 넘게 이어지고 있습니다(기준 ${limit}). 사용자도 접속하지 못하고 있을 수 있습니다. 직접 접속해 보고, 이름(DNS), 연결, 인증서, 상태 코드 가운데 어디에서 막히는지부터 확인하세요.`,
        meaning: `blackbox_exporter가 ${subject.ko}의 주소에 보낸 점검 가운데 성공한 비율이 ${limit}보다 낮습니다. 이름을 찾지 못하거나, 연결되지 않거나, 인증서가 만료되었거나 믿을 수 없거나, 상태 코드나 본문이 점검 모듈이 바라는 것과 다르면 실패입니다. 익스포터 자체가 사라지면 알 수 없으므로, 그것은 TargetDownProbes가 알립니다.`,
        impact:
          '밖에서 들어오는 사용자가 이 주소를 쓰지 못합니다. 안쪽의 서비스가 멀쩡해 오류율이나 응답 시간 알림이 조용해도 그렇습니다.',
        check: `자기 컴퓨터와 익스포터가 있는 자리에서 같은 주소에 접속해 봅니다. 한쪽에서만 되면 그 사이의 네트워크가 문제입니다. could not resolve host면 DNS, connection refused나 timeout이면 방화벽과 앞단의 프록시, certificate로 시작하는 오류면 인증서, 5xx면 뒤의 서비스를 봅니다. 익스포터의 답에는 어느 단계에서 실패했는지 로그가 함께 나옵니다.\n\n${shown(facts.window)}`,
        action:
          '앞단의 프록시(Ingress, nginx)와 그 뒤의 서비스를 되살립니다. 인증서가 만료되었으면 갱신하고 프록시가 새 파일을 읽게 합니다. 주소나 바라는 상태 코드를 일부러 바꾼 것이면 점검의 모듈과 대상을 고칩니다.',
      }),
      en: ({ value, limit, for: pending, window, facts, labels: { instance } }) => ({
        summary: `${subject.en}: ${instance} cannot be reached from outside`,
        description: `For more than ${pending} only ${value} of the probes of ${instance} within ${window} have succeeded (limit ${limit}). Users may not reach it either. Ask it yourself, and see first where it stops: at the name (DNS), the connection, the certificate or the status code.`,
        meaning: `Of the probes that blackbox_exporter sends to an address of ${subject.en} less than ${limit} succeed. A probe fails where the name is not found, nothing answers, the certificate is expired or not trusted, or status code or body are not as its module wants them. Where the exporter itself is gone nobody knows, and TargetDownProbes tells of that.`,
        impact:
          'Whoever comes from outside cannot use this address. It may be so while the services inside are well, and alerts on their errors and response times are quiet.',
        check: `Ask the same address from your own machine, and from where the exporter stands. If only one of both gets through, it is the network between. Could not resolve host is DNS, connection refused or a timeout the firewall or the proxy in front, an error about a certificate the certificate, 5xx the service behind. The exporter's answer has a log of the step at which it failed.\n\n${shown(facts.window)}`,
        action:
          'Bring back the proxy in front (Ingress, nginx) and the service behind it. If the certificate is expired, renew it, and have the proxy read the new file. If the address, or the status that is right, was changed on purpose, change the module and the targets of the probe.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels) => [holds(success, labels, share)],
        well: 1,
        when: (share) => `${share} of the probes of an endpoint succeed`,
        labels: oneOf(success, ['instance']),
        boundary: { over: limit.value * 0.99, under: limit.value },
      },
      quiet: [
        {
          when: 'the exporter is gone, and nobody knows',
          series: [holds(success, oneOf(success, ['instance']), { was: 1, becomes: 'missing' })],
        },
      ],
    }),
  });
};
