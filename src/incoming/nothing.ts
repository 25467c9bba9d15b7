import { UsageError } from '#ground/usage.js';
import type { Fault } from '#ground/fault.js';
import { type Beside, piecesOf } from './beside/beside.js';
import type { Given } from './given.js';
import type { LeftOut } from './plan/left-out.js';
import type { Plan } from './plan/plan.js';

/** So many reasons are told. */
const most = 10;

/** A document that is not read, and where it stands. */
export const unreadDocument = ({ where, why }: Fault): LeftOut => {
  const [, file = where, line = '1'] = /^(.+?):(\d+)(?::\d+)?$/.exec(where) ?? [];
  return { what: 'a document', place: { file, line: Number(line) }, why };
};

/**
 * Refuses what holds nothing that would be written: an application of nothing is none.
 *
 * @throws UsageError with why nothing of it came along.
 */
export const refuseNothing = (
  { faults, foreign }: Pick<Given, 'faults' | 'foreign'>,
  { groups, leftOut }: Plan,
  beside: Beside,
  files: readonly string[],
): void => {
  const rules = groups.flatMap(({ records, alerts }) => [...records, ...alerts]);
  if (rules.length + piecesOf(beside).length > 0) return;
  const told = [
    ...[...faults, ...beside.faults].map(unreadDocument),
    ...leftOut,
    ...beside.leftOut,
    ...foreign
      .filter(({ kind }) => kind !== 'nothing that is known here')
      .map(({ place, kind }) => ({ what: kind, place, why: 'it is none of what is imported' })),
  ].map(({ place, what, why }) => `${place.file}:${place.line}: ${what}: ${why}`);
  const reasons = [...new Set(told)];
  throw new UsageError([
    `there is nothing to import in ${files.join(', ')}: no rule, routing, dashboard or scrape that is read here; nothing was written`,
    ...reasons.slice(0, most),
    ...(reasons.length > most ? [`and ${reasons.length - most} more`] : []),
  ]);
};
