import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { upReading } from '#alerts/scenario/up.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type NginxMetrics, nginxUp } from './stub-status.js';

/** An nginx that does not answer. */
export const nginxDown = (
  subject: Subject,
  { up }: NginxMetrics,
  { for: pending = '1m' }: { readonly for?: Duration } = {},
): Alert<never, 'boolean'> => {
  const place = placeOf(subject);
  const { podOrContainer } = place;
  const { find, name } = place.chosen(up, 'the nginx of the list');
  const look = commands(
    ...find,
    place.logs(up, name, '--tail=100'),
    place.exec(up, name, 'nginx -t'),
    place.exec(up, name, `sh -c 'nginx -T 2>&1 | grep -nE "listen|stub_status|allow|deny"'`),
    ...place.exporterLogs(up),
  );
  return alert('NginxDown', {
    limit: no,
    for: pending,
    severity: 'critical',
    component: 'proxy',
    when: ({ limit }) => equal(nginxUp({ up }), limit),
    says: {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: nginx가 응답하지 않습니다`,
        description: `${pending} 넘게 익스포터가 nginx의 stub_status를 읽지 못하고 있습니다(nginx_up 0). 사이트가 열리는지와 nginx ${podOrContainer.ko}의 로그부터 확인하고, 사이트가 열리면 stub_status 설정과 익스포터의 로그를 살펴보세요.`,
        meaning: `${subject.ko}의 nginx에서 stub_status를 읽을 수 없다고 익스포터가 알립니다. 익스포터 자체가 사라지면 알 수 없으므로, 그것은 TargetDown이 알립니다.`,
        impact:
          '앞단의 nginx가 멈추면 뒤의 서비스가 살아 있어도 사용자는 아무것도 열지 못합니다. stub_status만 막혔다면 사용자에게 영향은 없지만 nginx를 볼 수 없습니다.',
        check: `브라우저로 사이트를 열어 보고, ${withParticle(podOrContainer.ko, '과/와')} 로그, 설정 문법(\`nginx -t\`), 듣고 있는 포트를 봅니다. stub_status는 익스포터가 읽는 주소와 포트에서 제공되어야 합니다. 익스포터의 로그에 connection refused가 보이면 nginx나 포트, 403이면 allow/deny, 404면 stub_status의 경로가 문제입니다. nginx가 떠 있지 않으면 안에서 하는 명령은 실패하지만, 뜨지 못한 까닭이 로그에 있습니다.\n\n${look}`,
        action: `설정을 바꾼 뒤부터라면 되돌리고 \`nginx -t\`가 통과하면 다시 읽게 합니다(\`nginx -s reload\`). 업스트림 이름을 찾지 못해(host not found in upstream) 뜨지 못하면 뒤의 서비스를 먼저 살립니다. 포트를 다른 프로세스가 쓰고 있거나(address already in use) 인증서 파일이 없으면 그것부터 고칩니다.`,
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: nginx does not answer`,
        description: `For more than ${pending} the exporter has not been able to read nginx's stub_status (nginx_up is 0). See first whether the site opens, and look at the logs of the nginx ${podOrContainer.en}; if the site opens, at the configuration of stub_status and the exporter's log.`,
        meaning: `The exporter says that it cannot read stub_status of the nginx of ${subject.en}. Where the exporter itself is gone nobody knows, and TargetDown tells of that.`,
        impact:
          'Without nginx in front nobody can open anything, though the services behind it live. If only stub_status is closed, users notice nothing, but nginx is out of sight.',
        check: `Open the site in a browser, and look at the ${podOrContainer.en}, its logs, the syntax of the configuration (\`nginx -t\`) and the ports on which it listens. stub_status must be served at the address and port that the exporter reads. In the exporter's log, connection refused points to nginx or the port, 403 to allow and deny, 404 to the path of stub_status. Where nginx does not run, commands inside fail, but its log says why it did not start.\n\n${look}`,
        action: `If it began with a change of the configuration, take it back, and once \`nginx -t\` passes have it read again (\`nginx -s reload\`). If it cannot start because an upstream is not found (host not found in upstream), bring back the service behind it first. If another process has the port (address already in use), or a certificate is missing, mend that.`,
      }),
    },
    proof: () => upReading(up),
  });
};
