import type { Language } from '#ground/language.js';

/** What is said once about an application, and what its parts follow from. */
export interface Profile {
  /** The application's name. */
  readonly application: string;
  /** What people call it. */
  readonly title: string;
  readonly language: Language;
  /** Where its monitoring objects live. */
  readonly namespace: string;
  /** Severities of others that its alerts bring along. */
  readonly severities: readonly string[];
}

/** A part of an application's description, or how it follows from the profile. */
export type Following<T> = T | ((profile: Profile) => T);

const follows = <T>(part: Following<T>): part is (profile: Profile) => T => typeof part === 'function';

/** The part itself. */
export const followed = <T>(part: Following<T>, profile: Profile): T =>
  follows(part) ? part(profile) : part;
