import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';
import type { Standings } from '#proof/standings.js';

const none: Standings = { derived: 0, unproven: 0 };

/**
 * How many alerts of an estate may have a proof that nobody has confirmed, or none: what `cheomseong.proofs` of its package.json says. It
 * is read in review, and only ever lowered: another number is a decision.
 *
 * @throws UsageError where it says no number.
 */
export const allowedIn = (folder: string): Standings => {
  const file = join(folder, 'package.json');
  const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const setting = isObject(read) && isObject(read['cheomseong']) ? read['cheomseong']['proofs'] : undefined;
  if (setting === undefined) return none;
  const { derived = 0, unproven = 0, ...others } = isObject(setting) ? setting : { said: setting };
  const [unknown] = Object.keys(others);
  if (!isCount(derived) || !isCount(unproven) || unknown !== undefined)
    throw new UsageError([
      `${file}: cheomseong.proofs says how many proofs are derived and how many alerts are unproven: "proofs": { "derived": 12, "unproven": 3 }`,
    ]);
  return { derived, unproven };
};

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

const kinds = ['derived', 'unproven'] as const;

const called = {
  derived: (count: number) =>
    `${count} ${count === 1 ? 'proof was' : 'proofs were'} derived and confirmed by nobody`,
  unproven: (count: number) => `${count} ${count === 1 ? 'alert is' : 'alerts are'} unproven`,
} as const;

const cures = {
  derived: 'judge one and take derived(…) away',
  unproven: 'give one a proof',
} as const;

/** What is said of how many there are, and whether there are too many. */
export interface Held {
  readonly text: string;
  readonly isOver: boolean;
}

/** What there is, held to what may be. */
export const heldTo = (allowed: Standings, there: Standings): readonly Held[] =>
  kinds.flatMap((kind): readonly Held[] => {
    const [count, most] = [there[kind], allowed[kind]];
    if (count === most) return [];
    const setting = `"cheomseong": { "proofs": ${JSON.stringify({ ...allowed, [kind]: count })} }`;
    return count > most
      ? [
          {
            text: `${called[kind](count)}, and package.json allows ${most}: ${cures[kind]}; or, where they have come with an import, allow them there: ${setting}`,
            isOver: true,
          },
        ]
      : [
          {
            text: `${called[kind](count)}, and package.json allows ${most}: lower it, so that they do not come back: ${setting}`,
            isOver: false,
          },
        ];
  });
