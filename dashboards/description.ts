import type { AlertRule } from '../alerts/rule/rule.js';
import type { Language, Localized } from '../ground/language.js';
import { selectors } from '../promql/expr/ast.js';
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

const holding: Localized<(length: string) => string> = {
  ko: (length) => `, ${length} 지속`,
  en: (length) => `, for ${length}`,
};

const meaningOf = ({ name, severity, for: pendingFor, runbook }: AlertRule, language: Language): string =>
  `**${name}** (${severity}${pendingFor === '0s' ? '' : holding[language](pendingFor)}): ${runbook[language].meaning}`;

/** What a panel says of itself, else what its metrics do; and what the alerts on it mean. */
export const describe = (
  said: Said | undefined,
  queries: readonly Query[],
  alerts: readonly AlertRule[],
): Localized => {
  const text = inBoth(said ?? helpOf(queries));
  const whole = (language: Language): string =>
    [text[language], ...alerts.map((alert) => meaningOf(alert, language))].join('\n\n');
  return { ko: whole('ko'), en: whole('en') };
};
