import type { Hours } from '../alerts/rule/hours.js';
import type { Weekday } from '../alerts/rule/clock.js';
import type { Language } from '../alerts/rule/language.js';
import type { ComparisonOperator } from '../promql/expr/ast.js';
import type { Duration } from '../promql/unit/duration.js';

/** The words between an alert's own texts on its page. */
interface Words {
  readonly language: string;
  readonly meaning: string;
  readonly impact: string;
  readonly fires: string;
  readonly check: string;
  readonly action: string;
  readonly dashboards: string;
  readonly told: string;
  readonly condition: (operator: ComparisonOperator, limit: string) => string;
  readonly holds: (hold: Duration) => string;
  readonly during: (hours: Hours) => string;
  readonly panel: (title: string) => string;
}

const amount = (hold: Duration): readonly [number: string, unit: string] => {
  const [, number = '', unit = ''] = /^(\d+)(\D+)$/.exec(hold) ?? [];
  return [number, unit];
};

const koreanUnits: Readonly<Record<string, string>> = {
  ms: '밀리초',
  s: '초',
  m: '분',
  h: '시간',
  d: '일',
  w: '주',
};
const englishUnits: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
};

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
  '>': '초과',
  '>=': '이상',
  '<': '미만',
  '<=': '이하',
  '==': '같음',
  '!=': '다름',
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
    action: '조치',
    dashboards: '대시보드',
    told: '알림 대상',
    condition: (operator, limit) => `값이 ${limit} ${korean[operator]}인 상태가`,
    holds: (hold) => {
      const [number, unit] = amount(hold);
      return `${number}${koreanUnits[unit] ?? unit} 동안 이어지면 발생합니다.`;
    },
    during: ({ days, from, to, timeZone }) =>
      `${days.map((day) => koreanDays[day]).join('·')}요일 ${from}–${to}(${timeZone})에만 발생합니다.`,
    panel: (title) => `“${title}” 패널`,
  },
  en: {
    language: 'English',
    meaning: 'Meaning',
    impact: 'Impact',
    fires: 'When it fires',
    check: 'How to check',
    action: 'What to do',
    dashboards: 'Dashboards',
    told: 'Who is told',
    condition: (operator, limit) => `The value is ${english[operator]} ${limit}`,
    holds: (hold) => {
      const [number, unit] = amount(hold);
      return `for ${number} ${englishUnits[unit] ?? unit}${number === '1' ? '' : 's'}.`;
    },
    during: ({ days, from, to, timeZone }) =>
      `It keeps hours: ${days.map(capitalized).join(', ')}, ${from} to ${to} (${timeZone}).`,
    panel: (title) => `panel “${title}”`,
  },
};
