import type { Counter } from '../../promql/metric/metric.js';
import type { Duration } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import { count } from '../../promql/unit/limit.js';
import { commands, query } from '../command.js';
import { dayOff, night, wellWithin } from '../moment.js';
import { alert } from '../rule/alert.js';
import { type Behaviour, type Course, grows } from '../rule/behaviour.js';
import { equal } from '../rule/condition.js';
import { after } from '../rule/hours.js';
import { type Subject, placeOf } from '../subject.js';
import { type Activity, timesDone } from './signals.js';
import { inWords } from './words.js';

const none = count(0);
/** How far back the signal looks. The alert fires two minutes after a window without anything. */
const window: Duration = '10m';

/** Work that stands still in the hours in which it must go on. */
export const nothingDone = (subject: Subject, done: Counter<never, 'count'>, { what, during }: Activity) => {
  const { part, storage } = placeOf(subject);
  const look = workCommands(subject, done);
  const perSecond = 1 / 60;
  const begins = wellWithin(during);
  const doing = (course: Course) => [grows(done, {}, course)];
  const stopping = { was: perSecond, becomes: 0 };
  const rarely: Behaviour = {
    ...grows(done, {}, stopping),
    course: { type: 'counter', perSecond: stopping, events: [540, 1080] },
  };
  const [dark, free] = [night(during), dayOff(during)];
  return alert('NothingDone', {
    when: equal(timesDone({ done }, window), none),
    // The window must lie within the hours: before the opening nothing was to be done.
    during: after(window, during),
    for: '2m',
    severity: 'warning',
    texts: () => ({
      ko: {
        summary: `${subject.ko}: 최근 10분간 ${what.ko} 건수가 0입니다`,
        description: `운영 시간(${inWords(during)})인데 10분 넘게 ${what.ko} 건수가 늘지 않았습니다. 지표 자체가 없어도 이 알림이 발생합니다. ${part.ko}가 실행 중인지, 로그에 오류가 있는지, 입력이 들어오고 있는지 순서로 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: no ${what.en} for 10 minutes`,
        description: `It is between ${inWords(during)}, and there have been no ${what.en} for more than 10 minutes; a missing metric counts as none. See whether the ${part.en} runs, whether its log tells of errors, and whether any input arrives, in this order.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `운영 시간(${inWords(during)})에 ${subject.ko}의 ${what.ko} 건수가 10분 동안 늘지 않았거나, 그 지표가 사라졌습니다.`,
        impact: '이 시간의 데이터가 쌓이지 않습니다. 나중에 다시 받을 수 없는 데이터라면 영영 잃습니다.',
        check: `${part.ko}와 로그를 보고, 지표가 있는지 Prometheus에서 조회합니다.\n\n${look}`,
        action: `${part.ko}가 멈췄으면 재시작합니다. 입력이 끊겼으면 연결 알림을 먼저 처리합니다. 쓰기가 실패하면 ${storage.ko}이 찼는지 봅니다. 공휴일이라 할 일이 없으면 그날만 알림을 끕니다.`,
      },
      en: {
        meaning: `Between ${inWords(during)} there were no ${what.en} by ${subject.en} for 10 minutes, or the metric is gone.`,
        impact: 'The data of this time is not collected. What cannot be fetched later is lost.',
        check: `Look at the ${part.en}s and their logs, and ask Prometheus whether the metric is there.\n\n${look}`,
        action: `If the ${part.en} hangs, restart it. If its input has ceased, work on the alert about connections first. If writing fails, see whether the ${storage.en} is full. If it is a public holiday with nothing to do, silence the alert for the day.`,
      },
    },
    proof: {
      fires: [
        {
          when: 'the counter stands still',
          series: doing(stopping),
          begins,
          notBefore: '10m',
          within: '15m',
          labels: {},
          value: humanize(none),
        },
        {
          when: 'the counter is gone',
          series: doing({ was: perSecond, becomes: 'missing' }),
          begins,
          notBefore: '10m',
          within: '15m',
          labels: {},
          value: humanize(none),
        },
        ...(dark
          ? [
              {
                when: 'nothing is done from the opening on',
                series: doing(stopping),
                begins: dark.begins,
                lasts: `${dark.minutes + 30}m` as const,
                notBefore: `${dark.minutes + 12}m` as const,
                within: `${dark.minutes + 13}m` as const,
                labels: {},
                value: humanize(none),
              },
            ]
          : []),
      ],
      quiet: [
        {
          when: 'something is done now and then, nine minutes apart',
          series: [rarely],
          begins,
          lasts: '20m',
        },
        ...(dark
          ? [
              {
                when: 'nothing is done overnight, and some from five minutes after the opening on',
                series: doing(stopping),
                begins: dark.begins,
                lasts: `${dark.minutes + 5}m` as const,
              },
            ]
          : []),
        ...(free
          ? [
              {
                when: 'nothing is done on a day off',
                series: doing(stopping),
                begins: free,
              },
            ]
          : []),
      ],
    },
  });
};

const workCommands = (subject: Subject, done: Counter<never, 'count'>): string => {
  const place = placeOf(subject);
  const { find, name } = place.exporting(done);
  return [commands(...find, place.logs(done, name, '--since=15m')), query(timesDone({ done }, window))].join(
    '\n\n',
  );
};
