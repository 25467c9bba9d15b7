import { refuse } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';

/** Says in the compiler's message why packs cannot be joined. */
export interface TwoAlertsOneKey<K> {
  readonly 'two packs have an alert under this key, and one would be lost: give one of them under a key of its own, or leave it out by override': K;
}

/** The same packs, where none has a key of one before it. */
type Apart<P extends readonly object[], Seen = never> = P extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? readonly [
      [keyof First & Seen] extends [never] ? First : TwoAlertsOneKey<keyof First & Seen>,
      ...Apart<Rest, Seen | keyof First>,
    ]
  : readonly [];

type Together<P extends readonly object[]> = P extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? First & Together<Rest>
  : unknown;

/**
 * Packs as one, with all their alerts: what spreading them does, were it not that of two alerts under one key the first is lost.
 *
 * @throws Error on keys that two packs share.
 */
export const together = <const P extends readonly object[]>(...packs: P & Apart<P>): Together<P> => {
  refuse(
    'together',
    twice(packs.flatMap((pack) => Object.keys(pack))).map((key) => ({
      where: key,
      what: key,
      code: 'name-twice',
      why: `two packs have an alert under the key ${key}, and one would be lost`,
      cure: 'give one of them under a key of its own, or leave it out by override',
    })),
  );
  return joined(packs);
};

const joined = <P extends readonly object[]>(packs: P): Together<P> => Object.assign({}, ...packs);
