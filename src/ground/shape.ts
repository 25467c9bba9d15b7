import { durationFault } from './duration.js';
import type { Fault } from './fault.js';
import { isObject } from './field.js';
import { instead, nearest } from './nearest.js';

/** What is wrong with a value that is to be of some shape. Who writes JavaScript, or reads JSON, has no type that says so. */
export type Shape = (where: string, value: unknown) => readonly Fault[];

/** A value as a message quotes it, which is short. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
};

/** The same as the offending text. */
const quoted = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : shown(value);
};

/** Why a value is not what it must be; what is left out is nothing else either. */
const notThis = (value: unknown, isNot: string): string =>
  value === undefined ? 'it is left out' : `${shown(value)} is ${isNot}`;

/** A shape by a test of the whole value, and what to write instead. */
const shape =
  (fits: (value: unknown) => boolean, isNot: string, cure: string): Shape =>
  (where, value) =>
    fits(value)
      ? []
      : [
          {
            where,
            what: quoted(value),
            code: value === undefined ? 'missing-field' : 'wrong-type',
            why: notThis(value, isNot),
            cure,
          },
        ];

export const text = shape((value) => typeof value === 'string', 'no text', "write a text in quotes: 'shop'");
export const named = shape(
  (value) => typeof value === 'string' && value.trim() !== '',
  'no name',
  "write a text in quotes: 'shop'",
);
export const truth = shape(
  (value) => typeof value === 'boolean',
  'neither true nor false',
  'write true or false',
);
export const aNumber = shape(
  (value) => typeof value === 'number',
  'no number',
  'write a number without quotes',
);
export const aFunction = shape((value) => typeof value === 'function', 'no function', 'write (…) => …');
/** Whatever it is: others look at it. */
export const anything: Shape = () => [];

/** A length of time, as `Duration` has it. */
export const length: Shape = (where, value) => {
  if (typeof value !== 'string')
    return shape(() => false, 'no length of time', "write e.g. '5m'")(where, value);
  const why = durationFault(value);
  return why === undefined ? [] : [{ where, what: value, code: 'bad-duration', why, cure: '' }];
};

/** One of a closed set. */
export const oneOf =
  (known: readonly string[]): Shape =>
  (where, value) =>
    typeof value === 'string' && known.includes(value)
      ? []
      : [
          {
            where,
            what: quoted(value),
            code: value === undefined ? 'missing-field' : 'no-such-word',
            why: `${value === undefined ? 'what is left out' : shown(value)} is none of ${known.join(', ')}`,
            cure: instead(String(value), known),
          },
        ];

/** The shape of what is made by a function of the project, by a test that knows it. */
export const madeBy = (maker: string, knows: (value: unknown) => boolean): Shape =>
  shape(knows, `not made by ${maker}`, `write ${maker}`);

/** A list, each of one shape. */
export const listOf =
  (each: Shape): Shape =>
  (where, value) =>
    Array.isArray(value)
      ? value.flatMap((item: unknown, i) => each(`${where}[${i}]`, item))
      : [
          {
            where,
            what: quoted(value),
            code: value === undefined ? 'missing-field' : 'wrong-type',
            why: notThis(value, 'no list'),
            cure: 'write it in [ ]',
          },
        ];

const below = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`);

const noObject = (where: string, value: unknown): readonly Fault[] => [
  {
    where,
    what: quoted(value),
    code: value === undefined ? 'missing-field' : 'wrong-type',
    why: notThis(value, 'no object of fields'),
    cure: 'write it in { }',
  },
];

/** Values by keys that may be any, each of one shape. */
export const byName =
  (each: Shape): Shape =>
  (where, value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => each(below(where, key), item))
      : noObject(where, value);

type Fields = Readonly<Record<string, Shape>>;

const unknown = (where: string, key: string, cure: string): Fault => ({
  where: below(where, key),
  what: key,
  code: 'no-such-field',
  why: `there is no field '${key}', so nobody reads it`,
  cure,
});

type Given = Readonly<Record<string, unknown>>;

const ownOf = (value: Given, key: string): unknown => {
  const here = value[key];
  return here !== undefined && Object.hasOwn(value, key) ? here : undefined;
};

/** A field that is none of a shape, and which of these may be meant by it. */
interface Stranger {
  readonly key: string;
  readonly meant: string | undefined;
}

/** Of so many fields that are none of a shape is remembered how they are called. */
const most = 1000;

const held = (needed: Fields, optional: Fields, strict: boolean): Shape => {
  const [musts, mays] = [Object.entries(needed), Object.entries(optional)];
  const known = new Set([...musts, ...mays].map(([key]) => key));
  // Of a larger value the same other fields come along each time, and hardly one is called nearly as one of these.
  const isNear = new Map<string, boolean>();
  const mayBeMeant = (key: string): boolean => {
    const near = isNear.get(key) ?? nearest(key, [...known]) !== undefined;
    if (isNear.size < most) isNear.set(key, near);
    return near;
  };
  /** Fields that are none of these, with the one that is not given and may be meant. */
  const strangersOf = (others: readonly string[], value: Given): readonly Stranger[] => {
    if (others.length === 0) return [];
    const open = [...known].filter((key) => ownOf(value, key) === undefined);
    return others.map((key) => ({ key, meant: mayBeMeant(key) ? nearest(key, open) : undefined }));
  };
  return (where, value) => {
    if (!isObject(value)) return noObject(where, value);
    const others = Object.keys(value).filter((key) => !known.has(key) && value[key] !== undefined);
    const strangers = strangersOf(strict ? others : others.filter(mayBeMeant), value);
    const faults: Fault[] = strangers
      .filter(({ meant }) => strict || meant !== undefined)
      .map(({ key, meant }) => unknown(where, key, meant === undefined ? 'leave it out' : `write ${meant}`));
    // Of each value all fields are looked at, and hardly one is wrong: nothing is made of those that are not.
    for (const [key, each] of musts)
      if (strangers.every(({ meant }) => meant !== key))
        faults.push(...each(below(where, key), ownOf(value, key)));
    for (const [key, each] of mays) {
      const here = ownOf(value, key);
      if (here !== undefined) faults.push(...each(below(where, key), here));
    }
    return faults;
  };
};

/**
 * Fields by their names: those that must be there, and those that may be left out. A field that nobody reads is refused where it is
 * nearly the name of one that is not given, which would be left out then; others may come along, as from a larger value.
 */
export const fields = (needed: Fields, optional: Fields = {}): Shape => held(needed, optional, false);

/** The same of what is only ever written out: it has no other fields. */
export const exactly = (needed: Fields, optional: Fields = {}): Shape => held(needed, optional, true);

/** What is given as one of a kind or as a list of several. */
export const oneOrMore =
  (each: Shape): Shape =>
  (where, value) =>
    Array.isArray(value) ? listOf(each)(where, value) : each(where, value);
