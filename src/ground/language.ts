import { refusal } from './fault.js';

/** The languages that are known, in the order of the sections on a page. */
export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

/** One language or more. */
export type Languages = readonly [Language, ...Language[]];

/** What each is called in a message to whoever writes it. */
export const nameOf: Readonly<Record<Language, string>> = { ko: 'Korean', en: 'English' };

/** One thing said in all languages, as packs say it, which do not know who will read them. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** One thing said in one language at least: in those of the application that says it. */
export type Spoken<T = string> = {
  [L in Language]: Readonly<Record<L, T> & Partial<Record<Language, T>>>;
}[Language];

/** The languages in which each of these is said. */
export const languagesOf = (...said: readonly Spoken<unknown>[]): readonly Language[] =>
  languages.filter((language) => said.every((each) => each[language] !== undefined));

/**
 * What is said in a language.
 *
 * @throws Error where it is not said in it.
 */
export const inLanguage = <T>(said: Spoken<T>, language: Language): T => {
  const text = said[language];
  if (text !== undefined) return text;
  const others = languagesOf(said).map((each) => nameOf[each]);
  const spoken = others.length === 0 ? 'nor in another language' : `only in ${others.join(' and ')}`;
  throw refusal('a text', {
    what: '',
    code: 'not-said-in-language',
    why: `it is not said in ${nameOf[language]}, ${spoken}`,
    cure: `write '${language}' beside it`,
  });
};

/** The same thing in each of these languages, of which there is one at least. */
export const saidIn = <T>(spoken: readonly Language[], say: (language: Language) => T): Spoken<T> => {
  if (!spoken.includes('en')) return { ko: say('ko') };
  return spoken.includes('ko') ? { ko: say('ko'), en: say('en') } : { en: say('en') };
};

/** What is said in all languages, in those of these alone. */
export const onlyIn = <T>(spoken: readonly Language[], said: Localized<T>): Spoken<T> =>
  saidIn(spoken, (language) => said[language]);

/**
 * What is said in one language alone, as that in the others too: for sentences that are written in all languages and of which only
 * those are told in whose language all of their parts are said, see `languagesOf`.
 */
export const completed = <T>(said: Spoken<T>): Localized<T> => {
  const [first = 'en'] = languagesOf(said);
  const own = (language: Language): T => said[language] ?? inLanguage(said, first);
  return { ko: own('ko'), en: own('en') };
};
