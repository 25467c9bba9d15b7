import { cannotClear } from '#derive/reason/cannot-clear.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import type { Exported } from '#rules/against/exported.js';
import type { Finding, FindingOf } from '#rules/finding.js';
import { emptyTexts } from '#rules/findings/empty-text.js';
import { staticFindings } from '#rules/findings/findings.js';
import type { WrittenAlert } from '#rules/rule.js';
import { type Subject, isAsked } from './subject.js';

/** Why it may fire and yet never tell anybody, or not what it means to, or never end. */
const weaknesses = ({ alert, asked }: Subject): readonly Finding[] =>
  isAsked(asked) ? [...cannotMature(asked), ...cannotClear(asked), ...emptyTexts(alert, asked.expr)] : [];

const byAlert = (found: readonly FindingOf[]): ReadonlyMap<WrittenAlert, readonly Finding[]> => {
  const all = new Map<WrittenAlert, Finding[]>();
  for (const { alert, finding } of found) all.set(alert, [...(all.get(alert) ?? []), finding]);
  return all;
};

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
  const found = byAlert(staticFindings(read, { recorded, ...(exported && { exported }) }));
  return new Map(
    subjects.map((subject) => [subject, [...weaknesses(subject), ...(found.get(subject.alert) ?? [])]]),
  );
};
