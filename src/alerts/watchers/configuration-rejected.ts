import { withParticle } from '#ground/particle.js';
import { no } from '#promql/unit/limit.js';
import type { Localized } from '#ground/language.js';
import type { Server } from '#alerts/place/place.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type ConfigurationMetrics, configurationTaken } from './signals.js';

/** What one of the servers is called, and what it goes on without. */
interface About {
  readonly server: Server;
  readonly name: 'Prometheus' | 'Alertmanager';
  readonly stale: Localized;
  /** What has a file of configuration checked. */
  readonly check: string;
}

const rejected =
  ({ server, name, stale, check }: About) =>
  (subject: Subject, metrics: ConfigurationMetrics): Alert<never, 'boolean'> => {
    const { logs, exec, configuration } = placeOf(subject).watcher(server);
    const look = `${query(configurationTaken(metrics))}\n\n${commands(`${logs('--since=24h')} | grep -iE 'config|level=error'`, exec(`${check} ${configuration}`))}`;
    return alert(`${name}ConfigurationRejected`, {
      limit: no,
      for: '10m',
      // The one before stays in force.
      severity: 'warning',
      component: 'alerting',
      when: ({ limit }) => equal(configurationTaken(metrics), limit),
      says: {
        ko: ({ for: pending }) => ({
          summary: `${subject.ko}: ${withParticle(name, '이/가')} 새 설정을 거부했습니다`,
          description: `${pending} 넘게 ${withParticle(name, '이/가')} 마지막으로 받은 설정을 읽지 못하고 그 전 것으로 움직이고 있습니다. 새로 배포한 ${withParticle(stale.ko, '이/가')} 쓰이지 않습니다. 로그에서 거부한 까닭부터 확인하세요.`,
          meaning: `${subject.ko}의 ${withParticle(name, '이/가')} 설정을 다시 읽다가 실패했습니다.`,
          impact: `그 전 설정이 계속 쓰이므로 당장은 아무 일도 없지만, 새 ${withParticle(stale.ko, '은/는')} 쓰이지 않고, 지금 재시작하면 뜨지 못합니다.`,
          check: `로그에서 어느 파일의 몇째 줄인지 읽고, 설정을 검사합니다.\n\n${look}`,
          action:
            '설정은 코드에서 만들어지므로 마지막 변경을 되돌리고 다시 배포합니다. 손으로 고친 것이 있으면 코드로 옮깁니다. 고칠 때까지 재시작하지 마세요.',
        }),
        en: ({ for: pending }) => ({
          summary: `${subject.en}: ${name} has rejected its new configuration`,
          description: `For more than ${pending} ${name} has not been able to read what it was given last, and goes on with what it had before: ${stale.en} that were delivered since are not in force. See first in its log why.`,
          meaning: `The ${name} of ${subject.en} failed when it read its configuration anew.`,
          impact: `The one before stays in force, so nothing happens now; but new ${stale.en} do not count, and ${name} would not start again.`,
          check: `Read in the log which line of which file it is, and have the configuration checked.\n\n${look}`,
          action:
            'The configuration is made from code: take the last change back, and deliver again. What was changed by hand belongs into the code. Do not start it anew before.',
        }),
      },
      proof: () => ({
        reading: {
          at: (value) => [holds(metrics.configReloaded, {}, value)],
          well: 1,
          when: (value) => (value === '1' ? 'its configuration is taken' : 'its configuration is rejected'),
          labels: {},
        },
      }),
    });
  };

/** A configuration that Prometheus could not read: it goes on with the one before. */
export const prometheusConfigurationRejected = rejected({
  server: 'prometheus',
  name: 'Prometheus',
  stale: { ko: '규칙과 수집 대상', en: 'rules and targets' },
  check: 'promtool check config',
});

/** A configuration that Alertmanager could not read: it goes on with the one before. */
export const alertmanagerConfigurationRejected = rejected({
  server: 'alertmanager',
  name: 'Alertmanager',
  stale: { ko: '수신처와 경로', en: 'receivers and routes' },
  check: 'amtool check-config',
});
