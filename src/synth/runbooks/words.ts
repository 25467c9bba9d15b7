import { spoken } from '#ground/spoken.js';
import { type ClockTime, type Weekday, clockTime, minuteOfDay, weekdays } from '#alerts/rule/clock.js';
import type { Hours } from '#alerts/rule/hours.js';
import type { Language } from '#ground/language.js';
import type { Drill } from '#synth/drills/drill.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import { type Duration, inSeconds } from '#ground/duration.js';

/** The words between an alert's own texts on its page. */
interface Words {
  readonly language: string;
  readonly meaning: string;
  readonly impact: string;
  readonly fires: string;
  readonly check: string;
  /** What is said under commands in which something is to be filled in. */
  readonly fillIn: string;
  readonly action: string;
  readonly dashboards: string;
  readonly told: string;
  /** When the alert fires: its condition, and how long that must hold. */
  readonly condition: (operator: ComparisonOperator, limit: string, pendingFor: Duration) => string;
  /** The same of an alert that tells by being there: how long its expression must have a series. */
  readonly present: (pendingFor: Duration) => string;
  /** What it says in its message, and to which pages that links; of an alert that was written elsewhere. */
  readonly annotations: string;
  /** How long it goes on firing after its condition has ended. */
  readonly keepFiring: (length: Duration) => string;
  /** How soon it fires: of a fault at the limit, and of one that concerns everything. */
  readonly within: (
    atLimit: Duration,
    inOutage: Duration | undefined,
    every: { readonly scraped: Duration; readonly evaluated: Duration },
  ) => string;
  readonly during: (hours: Hours) => string;
  readonly panel: (title: string) => string;
  /** What columns are called in the list of all alerts. */
  readonly alert: string;
  readonly severity: string;
  readonly drilled: string;
  readonly neverDrilled: string;
  /** When it was last rehearsed, and how soon somebody was told. */
  readonly drill: (drill: Drill) => string;
}

/** Seconds as a length of time that is read: whole minutes and seconds. */
const parts = (seconds: number): readonly [minutes: number, seconds: number] => {
  const whole = Math.round(seconds);
  return [Math.floor(whole / 60), whole % 60];
};

const joined = (
  seconds: number,
  minute: (count: number) => string,
  second: (count: number) => string,
): string => {
  const [minutes, rest] = parts(seconds);
  return [
    ...(minutes > 0 ? [minute(minutes)] : []),
    ...(rest > 0 || minutes === 0 ? [second(rest)] : []),
  ].join(' ');
};

const counted = (noun: string) => (count: number) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const fromMonday: readonly Weekday[] = [...weekdays.slice(1), ...weekdays.slice(0, 1)];

/** Days of the week as first and last of those in a row, from Monday on. */
const runs = (days: readonly Weekday[]): readonly (readonly [first: Weekday, last: Weekday])[] => {
  const found: [Weekday, Weekday][] = [];
  for (const [i, day] of fromMonday.entries()) {
    if (!days.includes(day)) continue;
    const run = found.at(-1);
    if (run && run[1] === fromMonday[i - 1]) run[1] = day;
    else found.push([day, day]);
  }
  return found;
};

/** `9:10` as `09:10`. */
const clock = (time: ClockTime): string => clockTime(minuteOfDay(time));

const koreanDays: Readonly<Record<Weekday, string>> = {
  sunday: '일',
  monday: '월',
  tuesday: '화',
  wednesday: '수',
  thursday: '목',
  friday: '금',
  saturday: '토',
};
const korean: Readonly<Record<ComparisonOperator, string>> = {
  '>': ' 초과',
  '>=': ' 이상',
  '<': ' 미만',
  '<=': ' 이하',
  '==': '',
  '!=': ' 외의 값',
};

const english: Readonly<Record<ComparisonOperator, string>> = {
  '>': 'over',
  '>=': 'at least',
  '<': 'under',
  '<=': 'at most',
  '==': 'exactly',
  '!=': 'other than',
};

const capitalized = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);

export const words: Readonly<Record<Language, Words>> = {
  ko: {
    language: '한국어',
    meaning: '의미',
    impact: '영향',
    fires: '발생 조건',
    check: '확인 방법',
    fillIn: "변수에 설명이 적혀 있으면(`NAME='…'`) 실제 값으로 바꾸어 실행합니다.",
    action: '조치',
    dashboards: '대시보드',
    told: '알림 대상',
    condition: (operator, limit, pendingFor) => {
      const state = `값이 ${limit}${korean[operator]}`;
      return inSeconds(pendingFor) === 0
        ? `${state}이면 즉시 발생합니다.`
        : `${state}인 상태가 ${spoken(pendingFor).ko} 동안 이어지면 발생합니다.`;
    },
    present: (pendingFor) =>
      inSeconds(pendingFor) === 0
        ? '아래 식에 해당하는 시계열이 있으면 즉시 발생합니다.'
        : `아래 식에 해당하는 시계열이 ${spoken(pendingFor).ko} 동안 이어지면 발생합니다.`,
    annotations: '메시지',
    keepFiring: (length) => `조건이 풀린 뒤에도 ${spoken(length).ko} 동안은 발생 중으로 남습니다.`,
    within: (atLimit, inOutage, { scraped, evaluated }) => {
      const outage = inOutage === undefined ? '' : `모두 잘못되면 ${spoken(inOutage).ko}, `;
      return `문제가 시작된 뒤 ${outage}${outage === '' ? '' : '기준을 겨우 넘는 정도면 '}늦어도 ${spoken(atLimit).ko} 안에 발생합니다(${spoken(scraped).ko}마다 수집, ${spoken(evaluated).ko}마다 평가).`;
    },
    during: ({ days, from, to, timeZone }) => {
      const said = runs(days).map(([first, last]) =>
        first === last ? koreanDays[first] : `${koreanDays[first]}~${koreanDays[last]}`,
      );
      return `${said.join('·')}요일 ${clock(from)}–${clock(to)}(${timeZone})에만 발생합니다.`;
    },
    panel: (title) => `“${title}” 패널`,
    ...{ alert: '알림', severity: '심각도', drilled: '마지막 훈련', neverDrilled: '없음' },
    drill: ({ date, version, pace, seconds }) =>
      `${date}, Cheomseong ${version}: 문제가 시작된 뒤 ${joined(
        seconds,
        (count) => `${count}분`,
        (count) => `${count}초`,
      )} 만에 메시지가 도착했습니다${pace === 1 ? '' : `(실제보다 ${pace}배 빠르게 진행한 훈련을 실제 시간으로 나타냄)`}.`,
  },
  en: {
    language: 'English',
    meaning: 'Meaning',
    impact: 'Impact',
    fires: 'When it fires',
    check: 'How to check',
    fillIn: "Where a variable holds a description (`NAME='…'`), put the value in its place first.",
    action: 'What to do',
    dashboards: 'Dashboards',
    told: 'Who is told',
    condition: (operator, limit, pendingFor) => {
      const state = `The value is ${english[operator]} ${limit}`;
      return inSeconds(pendingFor) === 0 ? `${state}, at once.` : `${state} for ${spoken(pendingFor).en}.`;
    },
    present: (pendingFor) =>
      inSeconds(pendingFor) === 0
        ? 'The expression below has a series, at once.'
        : `The expression below has a series for ${spoken(pendingFor).en}.`,
    annotations: 'What it says',
    keepFiring: (length) => `It keeps firing for ${spoken(length).en} after that has ended.`,
    within: (atLimit, inOutage, { scraped, evaluated }) => {
      const outage =
        inOutage === undefined ? '' : `${spoken(inOutage).en} where everything is concerned, and `;
      const limit = outage === '' ? '' : ' where the limit is hardly crossed';
      return `After the beginning of a fault it fires within ${outage}${spoken(atLimit).en}${limit} (scraped every ${spoken(scraped).en}, evaluated every ${spoken(evaluated).en}).`;
    },
    during: ({ days, from, to, timeZone }) => {
      const said = runs(days).map(([first, last]) =>
        first === last ? capitalized(first) : `${capitalized(first)} to ${capitalized(last)}`,
      );
      return `It fires only ${said.join(', ')}, ${clock(from)}–${clock(to)} (${timeZone}).`;
    },
    panel: (title) => `panel “${title}”`,
    ...{ alert: 'Alert', severity: 'Severity', drilled: 'Last drilled', neverDrilled: 'never' },
    drill: ({ date, version, pace, seconds }) =>
      `${date}, by Cheomseong ${version}: a message arrived ${joined(seconds, counted('minute'), counted('second'))} after the fault began${pace === 1 ? '' : `, told in life's time of a drill that went ${pace} times as fast`}.`,
  },
};
