import type { Localized, Spoken } from '#ground/language.js';

/** What somebody keeps in an Elasticsearch. */
export interface Held {
  /** As a noun: `logs`; documents unless given. */
  readonly holds?: Spoken;
}

/** What everything in it is. */
export const documents: Localized = { ko: '문서', en: 'documents' };
