import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';

/** A fault, what it comes from, and what it is found in: of one typo a law may find dozens. */
export interface Caused {
  readonly fault: Fault;
  /** Faults of one cause, in one application, are mended together. */
  readonly cause: string;
  /** The rule, the panel or the object. */
  readonly hit: string;
}

const applicationOf = ({ where }: Fault): string => where.split('/')[0] ?? '';

/** How many names are told; of the others how many they are. */
const told = 3;

const others = (hits: readonly string[]): string => {
  const more = hits.length - told;
  return [...hits.slice(0, told), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

/** Each cause once: the first fault of it, and how many things it hits. */
export const oncePerCause = (all: readonly Caused[]): readonly Fault[] =>
  [...byKey(all, ({ fault, cause }) => `${applicationOf(fault)} ${cause}`).values()].flatMap(
    ([first, ...rest]) => {
      if (!first) return [];
      const hits = [...new Set(rest.map(({ hit }) => hit))].filter((hit) => hit !== first.hit);
      if (hits.length === 0) return [first.fault];
      const why = `${first.fault.why} (the same cause hits ${hits.length} more: ${others(hits)})`;
      return [{ ...first.fault, why }];
    },
  );
