import type { Exported } from '#rules/against/exported.js';
import type { Finding } from '#rules/finding.js';
import { staticFindings } from '#rules/findings/findings.js';
import { type Subject, isAsked } from './subject.js';

/**
 * What is found of alerts beside their proofs.
 *
 * @param recorded The names that rules of the same files record.
 * @param exported What is there to be read, where somebody said where to look.
 */
export const findingsOfAll = (
  subjects: readonly Subject[],
  recorded: ReadonlySet<string>,
  exported?: Exported,
): ReadonlyMap<Subject, readonly Finding[]> => {
  const read = subjects.flatMap(({ alert, group, asked }) =>
    isAsked(asked) ? [{ alert, group, expr: asked.expr }] : [],
  );
  const found = staticFindings(read, { recorded, ...(exported && { exported }) });
  return new Map(
    subjects.map((subject) => [
      subject,
      found.flatMap(({ alert, finding }) => (alert === subject.alert ? [finding] : [])),
    ]),
  );
};
