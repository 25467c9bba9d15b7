import { type Duration, inSeconds } from '#ground/duration.js';
import { type LogLevel, failureLevels } from '#logql/labels.js';
import { type Lines, type Reading, logLines } from '#logql/lines.js';
import { lineRate } from '#logql/signal.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import type { Localized } from '#ground/language.js';
import { type LogAlert, logAlert } from './log-alert.js';
import { linesQuery, signalQuery } from './query.js';
import type { LogProof } from './replay.js';
import { writes } from './writing.js';

/** How fast lines of errors come of which somebody must hear. */
export interface SurgeLimits {
  /** Lines a second of one app, over which somebody must hear of them. */
  readonly rate: Limit<'perSecond'>;
  readonly window?: Duration;
}

/** Lines of an error or worse, of all apps that an agent reads. */
const failures = <N extends string>(agent: Reading<N>): Lines => logLines(agent, { level: failureLevels });

/**
 * Lines of errors come faster than they ever should, of one app: what requests do not tell, as of a task in the background, of the admin, or of a
 * dependency that is tried again until it answers. Where each failing request writes one, a share of requests is what tells first.
 */
export const logErrorsSurging = <N extends string>(
  subject: Localized,
  agent: Reading<N>,
  { rate, window = '5m' }: SurgeLimits,
): LogAlert<'app', 'perSecond'> => {
  const lines = failures(agent);
  const signal = (window: Duration) => lineRate(lines, window, { by: ['app'] });
  const look = (window: Duration): string => [signalQuery(signal(window)), linesQuery(lines)].join('\n\n');
  return logAlert('LogErrorsSurging', {
    limit: rate,
    window,
    for: '2m',
    severity: 'warning',
    component: 'logs',
    when: ({ window }) => signal(window),
    says: {
      ko: ({ value, limit, window, labels: { app }, facts }) => ({
        summary: `${subject.ko}: ${app} 앱의 오류 로그가 쏟아집니다(${value})`,
        description: `최근 ${window} 동안 ${app} 앱이 error 이상의 로그를 ${value}의 속도로 남겼습니다. 기준은 ${limit}입니다. 가장 많이 되풀이되는 메시지부터 보세요.`,
        meaning: `앱 하나가 level이 error나 critical인 로그를 쏟아 내고 있습니다. 기준은 최근 ${window} 평균으로 ${limit}입니다.`,
        impact:
          '요청의 오류 비율에 드러나지 않는 곳, 곧 백그라운드 작업이나 어드민, 되풀이되는 재시도에서 무언가 실패하고 있습니다. 그대로 두면 Loki의 한도를 넘어 다른 로그까지 잃을 수 있습니다.',
        check: `Grafana의 Explore에서 언제부터 어느 앱인지, 무슨 메시지인지 봅니다. 파드마다 다르면 뒤에 \`| pod="…"\`를 붙입니다.\n\n${look(facts.window)}`,
        action:
          '배포 직후라면 되돌립니다. 의존하는 곳(DB, 캐시, 바깥 API)이 죽어 있으면 그것부터 살립니다. 아무도 손댈 필요가 없는 메시지라면 그 로그의 level을 내립니다.',
      }),
      en: ({ value, limit, window, labels: { app }, facts }) => ({
        summary: `${subject.en}: errors pour into the logs of ${app} (${value})`,
        description: `Over the last ${window} ${app} wrote lines of level error or worse at ${value}; the limit is ${limit}. See first which message comes most often.`,
        meaning: `One app wrote lines of level error or critical faster than ${limit}, on average over the last ${window}.`,
        impact:
          'Something fails where no share of requests shows it: a task in the background, the admin, what is tried again and again. If it goes on, it may exceed what Loki takes, and other lines are lost too.',
        check: `See in Grafana's Explore since when, of which app, and what the lines say. Where pods differ, add \`| pod="…"\` behind it.\n\n${look(facts.window)}`,
        action:
          'Right after a deployment, roll back. If what it depends on is away (database, cache, an API outside), bring that back first. If nobody has to do anything about the message, lower its level.',
      }),
    },
    proof: (facts) => proof(facts),
  });
};

/** What proves it: that levels and apps are told apart as they should be, and that the limit itself is not over it. */
const proof = ({ limit, window, for: pending }: Facts<'perSecond'>): LogProof<'app'> => {
  const seconds = inSeconds(window);
  // Whole lines within a window, so that each window has as many.
  const allowed = Math.floor(limit.value * seconds + 1e-9);
  const writing = (app: string, level: LogLevel, lines: number, more: { readonly namespace?: string } = {}) =>
    writes({ app, level, ...more }, { was: 0, becomes: lines / seconds });
  const twice = 2 * Math.max(1, allowed);
  const value = heldAgainst(limit, perSecond(twice / seconds));
  const labels = { app: 'server' };
  const hardly = allowed + Math.max(1, Math.ceil(allowed / 10));
  // So long the window holds more than is allowed, of lines that come for as long as it is.
  const over = 2 * seconds * (1 - allowed / hardly);
  return {
    fires: [
      {
        when: 'one app writes twice as many errors as are allowed, amid much that is none',
        lines: [
          writing('server', 'error', twice),
          writes({ app: 'server', level: 'info' }, { was: twice / seconds, becomes: twice / seconds }),
          writing('admin', 'error', allowed),
        ],
        labels,
        value,
      },
      {
        when: 'half of them are errors, and half are critical',
        lines: [writing('server', 'error', twice / 2), writing('server', 'critical', twice / 2)],
        labels,
        value,
      },
    ],
    quiet: [
      { when: 'as many errors come as are allowed', lines: [writing('server', 'error', allowed)] },
      {
        when: 'many lines warn, or do not say what they are',
        lines: [writing('server', 'warn', 2 * twice), writing('server', 'unknown', 2 * twice)],
      },
      {
        when: 'two apps write what would be too much of one',
        lines: [writing('server', 'error', allowed), writing('admin', 'error', allowed)],
      },
      {
        when: 'the errors are those of another namespace',
        lines: [writing('server', 'error', 2 * twice, { namespace: 'another' })],
      },
      ...(over < inSeconds(pending) - 60
        ? [
            {
              when: 'a few errors too many come, and no more',
              lines: [writing('server', 'error', hardly)],
              lasts: window,
            },
          ]
        : []),
    ],
  };
};
