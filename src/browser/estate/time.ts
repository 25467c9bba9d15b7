import type { Language } from '#browser/frame/language.js';

const locales: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB' };

/** From when to when, in a time zone, the reader's own where none is given: `29 Nov, 10:20 – 10:50`. */
export const span = (from: number, to: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone,
  }).formatRange(from, to);

/** The name of a time zone, the reader's own where none is given: `Asia/Seoul`. */
export const zoneName = (timeZone?: string): string =>
  timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A share of 1 as a person writes it: `99.9%`. */
export const share = (value: number, language: Language, digits = 3): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: digits }).format(value);
