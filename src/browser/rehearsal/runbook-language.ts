import type { Language } from '#browser/frame/language.js';

const headings: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

/** What a runbook says in one language, of those under whose names it has a chapter each; a runbook without such chapters as it is. */
export const runbookIn = (runbook: string, language: Language): string => {
  const chapters = runbook.split(/^## /m);
  const own = chapters.find((chapter) => chapter.startsWith(`${headings[language]}\n`));
  // Its own headings stand below the language's.
  return own === undefined
    ? runbook
    : own
        .slice(headings[language].length)
        .replaceAll(/^##(#+) /gm, '#$1 ')
        .trim();
};
