import type { Localized } from '#ground/language.js';
import { yes } from '#promql/unit/limit.js';
import { constant } from '#promql/vector/set.js';
import { enter } from '#alerts/rule/made.js';
import type { OwnRule } from '#alerts/rule/rule.js';
import type { Runbook, Texts } from '#alerts/rule/says.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';

/** What the alert is called of which a heartbeat is made, here as with everybody. */
export const watchdogName = 'Watchdog';

const { expr } = constant(yes);

/**
 * An alert that always fires. It is sent to whoever expects a heartbeat, outside: what silences Prometheus, Alertmanager or the way
 * between them silences this too, and that is noticed there. It is told to no person, and no inhibition may take it: see `heartbeat` of
 * a routing.
 */
export const watchdog = (subject: Subject): OwnRule => {
  const told = texts(subject);
  const rule: OwnRule = enter({
    name: watchdogName,
    expr,
    condition: { signal: expr, operator: '==', limit: yes },
    for: '0s',
    severity: 'none',
    component: 'alerting',
    labels: {},
    texts: told,
    runbook: runbook(subject),
    scrapedEvery: '15s',
    scenarios: () => ({
      fires: [
        {
          when: 'Prometheus evaluates its rules',
          series: [],
          always: true,
          tells: [{ labels: {}, texts: told }],
        },
      ],
      quiet: [],
    }),
    made: {},
    hints: [],
    // Nothing about it can be another.
    redefined: () => rule,
    scraped: () => rule,
  });
  return rule;
};

const texts = ({ ko, en }: Subject): Localized<Texts> => ({
  ko: {
    summary: `${ko}: 감시가 살아 있습니다`,
    description:
      '언제나 발생하는 알림입니다. 심장 박동을 받는 바깥 서비스에 이것이 닿는 동안에는 Prometheus와 Alertmanager, 그리고 그 사이의 길이 살아 있습니다.',
  },
  en: {
    summary: `${en}: its monitoring is alive`,
    description:
      'This alert fires always. As long as it arrives at the service outside that expects a heartbeat, Prometheus, Alertmanager and the way between them are alive.',
  },
});

const runbook = (subject: Subject): Localized<Runbook> => {
  const { watcher, amtool } = placeOf(subject);
  const [prometheus, alertmanager] = [watcher('prometheus'), watcher('alertmanager')];
  const look = commands(
    prometheus.state,
    prometheus.logs('--tail=50'),
    alertmanager.logs('--tail=50'),
    amtool(`alert query alertname=${watchdogName}`),
  );
  return {
    ko: {
      meaning: `언제나 발생하는 알림으로, 사람이 아니라 심장 박동을 기다리는 바깥 서비스로 1~2분마다 갑니다. 이 페이지는 그 서비스가 심장 박동이 끊겼다고 알렸을 때 봅니다. ${subject.ko}의 Prometheus나 Alertmanager가 멈췄거나, 둘 사이나 바깥으로 나가는 길이 끊긴 것입니다.`,
      impact:
        '심장 박동이 끊긴 동안에는 무슨 장애가 나도 아무 알림이 오지 않습니다. 조용한 것이 괜찮다는 뜻이 아닙니다.',
      check: `두 서버가 떠 있는지와 로그를 봅니다. 둘 다 정상이고 마지막 명령에 Watchdog이 보이면 Alertmanager에서 바깥으로 나가는 길이나 심장 박동의 주소(비밀)가 문제입니다. 보이지 않으면 Prometheus가 Alertmanager에 닿지 못하는 것입니다.\n\n${look}`,
      action:
        '멈춘 서버를 되살립니다. 디스크나 메모리가 모자라 멈췄으면 그것부터 마련합니다. 머신 전체가 멈췄으면 애플리케이션도 함께 멈췄을 것이니 먼저 확인합니다. 고칠 때까지는 대시보드를 직접 살펴보세요.',
    },
    en: {
      meaning: `This alert fires always, and goes every minute or two to a service outside that expects a heartbeat, not to people. Come here when that service says that the heartbeat has ceased: Prometheus or Alertmanager of ${subject.en} has stopped, or the way between them, or to the outside, is cut.`,
      impact:
        'While there is no heartbeat no alert arrives, whatever happens. That it is quiet does not mean that all is well.',
      check: `See whether both servers run, and their logs. If both do, and the last command shows Watchdog, it is the way from Alertmanager to the outside, or the address of the heartbeat, which is a secret. If it shows none, Prometheus does not reach Alertmanager.\n\n${look}`,
      action:
        'Bring back the server that has stopped; if it ran out of disk or memory, make room first. If the whole machine has stopped, so has the application: see to that first. Until it is mended look at the dashboards yourself.',
    },
  };
};
