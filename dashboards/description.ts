import type { AlertRule } from '../alerts/rule/alert.js';
import type { Language, Localized } from '../alerts/rule/language.js';
import { selectors } from '../promql/expr/ast.js';
import { humanize } from '../promql/unit/humanize.js';
import type { Query } from './query.js';

/** Something said to whoever looks at a dashboard: in both languages, or the same in both. */
export type Said = string | Localized;

export const inBoth = (said: Said): Localized => (typeof said === 'string' ? { ko: said, en: said } : said);

/** Whether nothing is said, in one of the languages. */
export const isUnsaid = (said: Localized): boolean => Object.values(said).some((text) => text.trim() === '');

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What the metrics that are read say of themselves. */
const helpOf = (queries: readonly Query[]): string => {
  const help = queries.flatMap(({ expr }) => selectors(expr).map(({ metric }) => metric.help.trim()));
  return [...new Set(help)]
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');
};

const fires: Localized<(alert: string, limit: string, hold: string) => string> = {
  ko: (alert, limit, hold) => `${alert}: 값이 ${limit}인 상태가 ${hold} 이어지면 발생합니다.`,
  en: (alert, limit, hold) => `${alert} fires when it is ${limit} for ${hold}.`,
};

const limitOf = ({ name, severity, condition, for: hold }: AlertRule, language: Language): string =>
  fires[language](`**${name}** (${severity})`, `${condition.operator} ${humanize(condition.limit)}`, hold);

/** What a panel says of itself, else what its metrics do; and what happens at the limits of alerts that it draws. */
export const describe = (
  said: Said | undefined,
  queries: readonly Query[],
  alerts: readonly AlertRule[],
): Localized => {
  const text = inBoth(said ?? helpOf(queries));
  const whole = (language: Language): string =>
    [text[language], ...alerts.map((alert) => limitOf(alert, language))].join('\n\n');
  return { ko: whole('ko'), en: whole('en') };
};
