import type { Language } from '../ground/language.js';

/** What is said once about an application, and what its parts follow from. */
export interface Facts {
  /** The application's name. */
  readonly application: string;
  /** What people call it. */
  readonly title: string;
  readonly language: Language;
  /** Where its monitoring objects live. */
  readonly namespace: string;
}

/** A part of an application's description, or how it follows from the facts. */
export type Following<T> = T | ((facts: Facts) => T);

const follows = <T>(part: Following<T>): part is (facts: Facts) => T => typeof part === 'function';

/** The part itself. */
export const followed = <T>(part: Following<T>, facts: Facts): T => (follows(part) ? part(facts) : part);
