import type { Finding } from '#rules/finding.js';
import type { Subject } from './subject.js';

/** What is found of alerts beside their proofs. */
export const findings = (subjects: readonly Subject[]): ReadonlyMap<Subject, readonly Finding[]> =>
  new Map(subjects.map((subject) => [subject, []]));
