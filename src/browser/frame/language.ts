import { choice } from './choice.js';
import { useStore } from './store.js';

export type Language = 'ko' | 'en';

/** Words of a page in each language, by what they are for. */
export type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/** The language of the pages: as `?lang=` has it, else as it was chosen, else the browser's. */
export const chosenLanguage = choice<Language>('lang', ['ko', 'en'], () =>
  navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en',
);

export const useLanguage = (): Language => useStore(chosenLanguage);

/** What says a word in the language that is chosen: `useWords({ open: { ko: '열기', en: 'Open' } })('open')`. */
export const useWords = <Key extends string>(words: Words<Key>): ((key: Key) => string) => {
  const language = useLanguage();
  return (key) => words[key][language];
};
