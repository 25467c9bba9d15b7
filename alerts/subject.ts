import type { Localized } from './rule/language.js';

/** What an alert's texts call the thing that is watched: `Observer`, or `PostgreSQL of Observer`. */
export type Subject = Localized;

/** A name that is the same in both languages. */
export const called = (name: string): Subject => ({ ko: name, en: name });
