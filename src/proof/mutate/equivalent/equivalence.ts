import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';
import { askedByTheOtherSide } from './matched.js';
import { neverPasses } from './nothing.js';
import { onlyPresence, sameZero } from './presence.js';
import { sameShares } from './shares.js';
import { admitsAll, oneSeriesEach } from './single.js';
import { sameTruth } from './truth.js';
import { countsAsNothing, isZeroAnyway } from './zero.js';

/** What can be argued from an expression and from what is declared of its metrics. */
const reasons = [
  sameTruth,
  askedByTheOtherSide,
  oneSeriesEach,
  admitsAll,
  onlyPresence,
  sameZero,
  sameShares,
  neverPasses,
  countsAsNothing,
  isZeroAnyway,
];

/**
 * Why an edit changes nothing that can be seen, whatever the series; nothing where it may. What is merely unlikely, such as a
 * ratio that is exactly the limit, is no reason.
 */
export const equivalence = (place: Place, edit: Edit): string | undefined =>
  reasons.map((argue) => argue(place, edit)).find((reason) => reason !== undefined);

/**
 * The same of a recorded expression, which must change nothing on any way by which the alert reads it.
 *
 * @param ways what stands around it where it is read: see `waysTo`.
 */
export const equivalenceOnEach = (
  place: Place,
  edit: Edit,
  ways: readonly (readonly Around[])[],
): string | undefined => {
  const found = ways.map((outside) => equivalence({ ...place, around: [...outside, ...place.around] }, edit));
  return found.every((reason) => reason !== undefined) ? found[0] : undefined;
};
