import { withParticle } from '#ground/particle.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { isNew } from '#promql/vector/presence.js';
import { type Localized, completed, languagesOf, onlyIn } from '#ground/language.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { after } from '#alerts/rule/hours.js';
import { type Behaviour, type Course, grows, holds } from '#alerts/scenario/behaviour.js';
import { elsewhere } from '#alerts/scenario/elsewhere.js';
import { beforeOpening, wellWithin } from '#alerts/scenario/moment.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type Activity, timesDone } from './activity.js';
import { inWords } from './words.js';

export interface WorkMetrics {
  /** Counts what is done. */
  readonly done: Counter<never, 'count'>;
  /** `up` of what does it: by this it is known since when somebody looks. */
  readonly up: Gauge<never, 'boolean'>;
}

/** What it means that nothing is done, where nobody says more. */
const undone = (what: Localized): Localized => ({
  ko: `이 시간에 했어야 할 일(${what.ko})이 되지 않았습니다. 나중에 다시 할 수 없는 일이라면 그만큼 잃습니다.`,
  en: `What should have been done in this time (${what.en}) was not. What cannot be made up for later is lost.`,
});

/** Work that stands still in the hours in which it must go on. */
export const nothingDone = (
  subject: Subject,
  { done, up }: WorkMetrics,
  { what: counted, during, impact, window = '10m' }: Activity & { readonly window?: Duration },
): Alert<never, 'count'> => {
  const what = completed(counted);
  const said = impact ?? undone(what);
  const lost = completed(said);
  const { podOrContainer, storage } = placeOf(subject);
  return alert('NothingDone', {
    limit: count(0),
    window,
    for: '2m',
    severity: 'warning',
    when: ({ limit, window }) => equal(timesDone({ done }, window), limit),
    // Of a time in which nobody looked it is not known whether nothing was done.
    except: ({ window }) => isNew(up, window),
    // The window must lie within the hours: before the opening nothing was to be done.
    during: ({ window }) => after(window, during),
    says: onlyIn(languagesOf(counted, said), {
      ko: ({ window, facts }) => ({
        summary: `${subject.ko}: 최근 ${window}간 ${what.ko} 건수가 0입니다`,
        description: `운영 시간(${inWords(during)})인데 ${window} 넘게 ${what.ko} 건수가 늘지 않았습니다. 지표 자체가 없어도 이 알림이 발생합니다. ${withParticle(podOrContainer.ko, '이/가')} 실행 중인지, 로그에 오류가 있는지, 입력이 들어오고 있는지 순서로 확인하세요.`,
        meaning: `운영 시간(${inWords(during)})에 ${subject.ko}의 ${what.ko} 건수가 ${window} 동안 늘지 않았거나, 그 지표가 사라졌습니다.`,
        impact: lost.ko,
        check: `${withParticle(podOrContainer.ko, '과/와')} 로그를 보고, 지표가 있는지 Prometheus에서 조회합니다.\n\n${workCommands(subject, done, facts.window)}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 멈췄으면 재시작합니다. 입력이 끊겼으면 그쪽(연결, 큐)의 알림을 먼저 처리합니다. 쓰기가 실패하면 ${withParticle(storage.ko, '이/가')} 찼는지 봅니다. 공휴일이라 할 일이 없으면 그날만 알림을 끕니다.`,
      }),
      en: ({ window, facts }) => ({
        summary: `${subject.en}: no ${what.en} for ${window}`,
        description: `It is between ${inWords(during)}, and there have been no ${what.en} for more than ${window}; a missing metric counts as none. See whether the ${podOrContainer.en} runs, whether its log tells of errors, and whether any input arrives, in this order.`,
        meaning: `Between ${inWords(during)} there were no ${what.en} by ${subject.en} for ${window}, or the metric is gone.`,
        impact: lost.en,
        check: `Look at the ${podOrContainer.en}s and their logs, and ask Prometheus whether the metric is there.\n\n${workCommands(subject, done, facts.window)}`,
        action: `If the ${podOrContainer.en} hangs, restart it. If its input has ceased, work first on the alert about that (a connection, a queue). If writing fails, see whether the ${storage.en} is full. If it is a public holiday with nothing to do, silence the alert for the day.`,
      }),
    }),
    proof: ({ window, for: pending }) => {
      // Longer than the window: what it holds afterwards is nothing of before.
      const away = 1.5 * inSeconds(window) + 90;
      return {
        reading: {
          at: (value) => [grows(done, {}, value / 60), holds(up, {}, 1)],
          well: 1,
          boundary: { over: 0, under: 1 },
          when: (value) => (value === '0' ? 'nothing is done' : `something is done each minute`),
          labels: {},
          gone: { reads: 0, when: 'the counter is gone', beside: [holds(up, {}, 1)] },
        },
        quiet: [
          {
            when: 'something is done now and then, hardly less than a window apart',
            series: [rarely(done, window), holds(up, {}, 1)],
            begins: wellWithin(during),
            lasts: duration(2 * inSeconds(window)),
          },
          // For two minutes a window may hold hardly more than its first samples, and nobody knows yet that no more come.
          ...(inSeconds(pending) >= 120
            ? [
                {
                  when: 'nobody looks for longer than the window, and rules are evaluated all the same',
                  series: [
                    grows(done, {}, { was: 1 / 60, becomes: 'missing', then: 1 / 60 }),
                    holds(up, {}, { was: 1, becomes: 'missing', then: 1 }),
                    ...elsewhere(up),
                  ],
                  begins: wellWithin(during),
                  lasts: duration(1.2 * inSeconds(window)),
                },
              ]
            : []),
          {
            when: 'Prometheus comes back shortly before the hours begin, and something is done twice in each window',
            series: [
              twiceInEach(window, done, { was: 1 / 60, becomes: 'missing', then: 0 }, away),
              holds(up, {}, { was: 1, becomes: 'missing', then: 1 }),
              ...elsewhere(up),
            ],
            begins: beforeOpening(after(window, during), Math.ceil(away / 60)),
            lasts: duration(away),
          },
        ],
      };
    },
  });
};

/** A counter that stands still but for two single steps, each hardly less than a window after the last. */
const rarely = (done: Counter<never, 'count'>, window: Duration): Behaviour => {
  const apart = 0.9 * inSeconds(window);
  const stopping = grows(done, {}, { was: 1 / 60, becomes: 0 });
  return {
    ...stopping,
    course: {
      ...stopping.course,
      type: 'counter',
      perSecond: { was: 1 / 60, becomes: 0 },
      events: [apart, 2 * apart],
    },
  };
};

/** A counter with two single steps in each window from so many seconds after the fault began. */
const twiceInEach = (
  window: Duration,
  done: Counter<never, 'count'>,
  perSecond: Course,
  from: number,
): Behaviour => ({
  ...grows(done, {}, perSecond),
  course: {
    type: 'counter',
    perSecond,
    events: Array.from({ length: 12 }, (_, i) => from + (0.4 + 0.5 * i) * inSeconds(window)),
  },
});

const workCommands = (subject: Subject, done: Counter<never, 'count'>, window: Duration): string => {
  const place = placeOf(subject);
  const { find, name } = place.exporting(done);
  return [commands(...find, place.logs(done, name, '--since=15m')), query(timesDone({ done }, window))].join(
    '\n\n',
  );
};
