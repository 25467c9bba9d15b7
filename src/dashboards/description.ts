import type { AlertRule } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import {
  type Language,
  type Localized,
  type Spoken,
  inLanguage,
  languages,
  languagesOf,
  nameOf,
  saidIn,
} from '#ground/language.js';
import { selectors } from '#promql/expr/ast.js';
import type { Query } from './query.js';

/** Something said to whoever looks at a dashboard: in its language at least, or the same in all. */
export type Said = string | Spoken;

/** The same in each language in which it is said. */
export const spokenOf = (said: Said): Spoken =>
  typeof said === 'string' ? saidIn(languages, () => said) : said;

/** A description that says nothing in a language, or that is not in the dashboard's. */
export const descriptionFaults = (said: Spoken, language: Language, cure: string): readonly Fault[] => {
  const spoken = languagesOf(said);
  if (spoken.length === 0 || spoken.some((each) => inLanguage(said, each).trim() === ''))
    return [{ where: '', what: '', code: 'no-description', why: 'has no description', cure }];
  return spoken.includes(language)
    ? []
    : [
        {
          where: '',
          what: '',
          code: 'not-said-in-language',
          why: `has no description in ${nameOf[language]}, in which the dashboard is written`,
          cure: `write '${language}' in its description`,
        },
      ];
};

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

/** What an alert means: by its page, or by what its message says in general. */
const meaningOf = ({ name, severity, for: pendingFor, runbook }: AlertRule, language: Language): string => {
  const told = `**${name}** (${severity}${pendingFor === '0s' ? '' : holding[language](pendingFor)})`;
  return runbook ? `${told}: ${inLanguage(runbook, language).meaning}` : told;
};

/** What a panel says of itself, else what its metrics do; and what the alerts on it mean. */
export const describe = (
  said: Said | undefined,
  queries: readonly Query[],
  alerts: readonly AlertRule[],
): Spoken => {
  const text = spokenOf(said ?? helpOf(queries));
  // An alert that does not speak the application's language is refused there.
  const speaking = (language: Language) =>
    alerts.filter(({ runbook }) => !runbook || languagesOf(runbook).includes(language));
  return saidIn(languagesOf(text), (language) =>
    [inLanguage(text, language), ...speaking(language).map((alert) => meaningOf(alert, language))]
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
  );
};
