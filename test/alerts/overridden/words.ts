import type { OwnRule } from '#alerts/rule/rule.js';
import { spoken } from '#ground/spoken.js';
import type { Duration } from '#ground/duration.js';
import { type Language, inLanguage } from '#ground/language.js';
import { humanize } from '#promql/unit/humanize.js';

/** A fact that sentences may say. */
export const facts = ['limit', 'for', 'window'] as const;
type Fact = (typeof facts)[number];

/** Numbers that are no facts: options of commands, and what is so by default in Elasticsearch whatever the alert's limit. */
const notFacts = /--[a-z]+=\S+|85% ?\(low\)/g;

/** All that a person reads of an alert, its queries included. */
const read = ({ texts, runbook }: OwnRule, language: Language): string =>
  [...Object.values(inLanguage(texts, language)), ...Object.values(inLanguage(runbook, language))]
    .join('\n')
    .replaceAll(notFacts, '');

/** A single digit may mean anything; so may 0 minutes. */
const telling = (words: string): readonly string[] =>
  words.length > 1 && !/^0\D/.test(words) ? [words] : [];

/** The words by which a fact of an alert is said; a window in a query too. */
export const wordsOf = (language: Language, alert: OwnRule, fact: Fact): readonly string[] => {
  const { condition, window } = alert;
  const length = (said: Duration) => telling(spoken(said)[language]);
  switch (fact) {
    case 'limit':
      return condition.limit.unit === 'boolean' ? [] : telling(humanize(condition.limit));
    case 'for':
      return length(alert.for);
    case 'window':
      return window === undefined ? [] : [...length(window), `[${window}]`];
  }
};

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether these words stand in what is read of an alert, by themselves: `5%` does not stand in `15%`. */
export const isSaid = (language: Language, alert: OwnRule, words: string): boolean =>
  new RegExp(String.raw`(?<![\w.,-])${literally(words)}(?![\d.,]*\d)`).test(read(alert, language)) ||
  (words.startsWith('[') && read(alert, language).includes(words));

/** Whether what is read of an alert says this fact of it, in words that are not those of another fact too. */
export const says = (language: Language, alert: OwnRule, fact: Fact): boolean => {
  const others = facts.filter((each) => each !== fact).flatMap((each) => wordsOf(language, alert, each));
  return wordsOf(language, alert, fact).some(
    (words) => !others.includes(words) && isSaid(language, alert, words),
  );
};
