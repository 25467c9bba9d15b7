import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import { spoken } from '#ground/spoken.js';
import { type Reading, logLines } from '#logql/lines.js';
import { absentLines } from '#logql/signal.js';
import { count } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type LogAlert, logAlert } from './log-alert.js';
import { linesQuery } from './query.js';
import type { LogProof } from './replay.js';
import { writes } from './writing.js';

/** Which app must be heard of, and how long it may be silent: for `window` and `for` together. */
export interface SilenceLimits {
  /** What owns its pods: a Deployment, mostly. */
  readonly app: string;
  /** What is read each time; short, so that hardly anything is read. */
  readonly window?: Duration;
}

const silence = ({ window, for: pending }: Facts<'count'>): Localized =>
  spoken(duration(inSeconds(window) + inSeconds(pending)));

/**
 * An app of which Loki has heard nothing for long, whose own log has fallen silent: it hangs, it is not asked, or it logs elsewhere. That lines do
 * not arrive, whatever is written, other alerts tell sooner: `logsNotSent`, `logsDropped`, and that the agent runs nowhere.
 */
export const noLogsWritten = <N extends string>(
  subject: Localized,
  agent: Reading<N>,
  { app, window = '15m' }: SilenceLimits,
): LogAlert<'app', 'count'> => {
  const lines = logLines(agent, { app });
  return logAlert('NoLogsWritten', {
    limit: count(0),
    window,
    for: '45m',
    severity: 'warning',
    component: 'logs',
    when: ({ window }) => absentLines(lines, window),
    says: {
      ko: ({ labels: { app }, facts }) => ({
        summary: `${subject.ko}: ${app} 앱의 로그가 ${silence(facts).ko} 넘게 한 줄도 없습니다`,
        description: `${silence(facts).ko} 넘게 ${app} 앱이 남긴 로그가 Loki에 한 줄도 없습니다. LogsNotSent나 AgentNotRunning이 함께 울리지 않는다면 앱이 조용해진 것입니다. 파드가 요청에 답하는지부터 확인하세요.`,
        meaning: `앱 하나가 ${silence(facts).ko} 넘게 아무것도 기록하지 않았습니다. 멈춰 있거나, 아무도 부르지 않거나, 로그를 다른 곳에 쓰고 있습니다.`,
        impact:
          '멈춰 있다면 사용자가 답을 받지 못합니다. 그렇지 않더라도 다음 장애의 원인을 로그에서 찾을 수 없습니다.',
        check: `마지막 줄이 언제, 어느 파드의 것인지 봅니다. 파드의 표준 출력에는 있는데 Loki에 없다면 Fluent Bit을 봅니다.\n\n${linesQuery(lines)}`,
        action:
          '파드가 멈춰 있으면 다시 시작합니다. 배포 뒤부터라면 로그의 level과 출력(표준 출력이어야 합니다)을 되돌립니다. 정말 아무도 부르지 않는 시간이면 `for`를 늘립니다.',
      }),
      en: ({ labels: { app }, facts }) => ({
        summary: `${subject.en}: no line of ${app} for more than ${silence(facts).en}`,
        description: `For more than ${silence(facts).en} there is no line in Loki that ${app} has written. Unless LogsNotSent or AgentNotRunning fire too, it is the app that has fallen silent. See first whether its pods answer.`,
        meaning: `One app has written nothing for more than ${silence(facts).en}: it hangs, nobody asks it, or it logs elsewhere.`,
        impact:
          'If it hangs, its users get no answer. If not, the cause of the next fault is not to be found in the logs.',
        check: `See when its last line was written, and by which pod. Where the pod's standard output has lines that Loki has not, look at Fluent Bit.\n\n${linesQuery(lines)}`,
        action:
          'If its pods hang, restart them. If it began with a deployment, take back what that did to the level of logs, or to where they go: it must be standard output. If really nobody asks at that time, raise `for`.',
      }),
    },
    proof: (facts) => proof(facts, app),
  });
};

/** What proves it: that a single line is heard, of whatever level, and that what others write is not taken for one. */
const proof = ({ window, for: pending }: Facts<'count'>, app: string): LogProof<'app'> => {
  const [seconds, patience] = [inSeconds(window), inSeconds(pending)];
  const falls = { was: 1 / 60, becomes: 0 } as const;
  const goesOn = { was: 1 / 60, becomes: 1 / 60 } as const;
  return {
    fires: [
      {
        when: 'it falls silent, and others write on',
        lines: [
          writes({ app, level: 'info' }, falls),
          writes({ app: `${app}-admin`, level: 'info' }, goesOn),
          writes({ app, level: 'info', namespace: 'another' }, goesOn),
        ],
        within: duration(seconds + patience + 60),
        labels: { app },
        value: '1',
      },
    ],
    quiet: [
      {
        when: 'a line comes within each window',
        lines: [writes({ app, level: 'info' }, { was: 1 / 60, becomes: 1 / Math.floor(seconds * 0.9) })],
      },
      {
        when: 'it only says what it is rarely asked for',
        lines: [writes({ app, level: 'info' }, falls), writes({ app, level: 'debug' }, goesOn)],
      },
      {
        when: 'it is silent for less',
        lines: [writes({ app, level: 'info' }, falls)],
        lasts: duration(Math.max(60, Math.floor(patience * 0.9))),
      },
    ],
  };
};
