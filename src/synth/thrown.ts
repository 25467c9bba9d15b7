import { relative, resolve } from 'node:path';
import { type Fault, Refusal } from '#ground/fault.js';

/** Something that was thrown while the module of a file ran. */
export interface Thrown {
  readonly file: string;
  readonly error: unknown;
}

/** The places in our sources by which an error came about, from where it was thrown outwards: `apps/shop/alerts.ts:7:3`. */
const placesOf = ({ stack = '' }: Error): readonly string[] =>
  [...stack.matchAll(/^ +at .*?([^\s()]+\.ts)(:\d+:\d+)\)?$/gm)].map(
    ([, file = '', position = '']) => relative('', resolve(file)) + position,
  );

/** What undefined comes of, in a program that checks types too: of a key that nobody has. */
const ofUndefined =
  'something that this line reads is undefined: look for a key or a name that what it is read from does not have';

/**
 * What was thrown, as faults of the line of the estate that led to it.
 *
 * @param otherwise where it is, if no line of the estate led to it.
 * @param isOfEstate whether a team wrote what stands at a place: all else is the product's.
 */
export const thrownFaults = (
  error: unknown,
  otherwise: string,
  isOfEstate: (place: string) => boolean,
): readonly Fault[] => {
  if (!(error instanceof Error))
    return [
      {
        where: otherwise,
        what: String(error),
        code: 'thrown',
        why: 'this was thrown',
        cure: 'throw an Error',
      },
    ];
  const [first = otherwise, ...others] = placesOf(error);
  const where = [first, ...others].find(isOfEstate) ?? otherwise;
  if (error instanceof Refusal)
    return error.faults.map((fault) => ({
      ...fault,
      where,
      why: [error.subject, fault.where, fault.why].filter((part) => part !== '').join(': '),
    }));
  const why = `${error.name}: ${error.message.replace(/\.$/, '')}${first === where ? '' : `, thrown in ${first}`}`;
  const isOfUndefined = error instanceof TypeError || error instanceof ReferenceError;
  return [{ where, what: '', code: 'thrown', why, cure: isOfUndefined ? ofUndefined : '' }];
};

/** Files that import each other, as a fault of one of them: a way from it back to itself. */
const circleFault = (way: readonly string[], isOfEstate: (place: string) => boolean): Fault => ({
  where: way.find(isOfEstate) ?? way[0] ?? '',
  what: '',
  code: 'import-circle',
  why: `files import each other in a circle, so that one of them runs before what it imports is there: ${way.join(' → ')}`,
  cure: 'put what both need into a file of its own, which imports neither',
});

/** Of circles that share a file the shortest is told: where that is cut, the others may be too. */
export const circleFaults = (
  circles: readonly (readonly string[])[],
  isOfEstate: (place: string) => boolean,
): readonly Fault[] =>
  circles
    .toSorted((a, b) => a.length - b.length)
    .reduce<readonly (readonly string[])[]>(
      (told, way) => (told.flat().some((file) => way.includes(file)) ? told : [...told, way]),
      [],
    )
    .map((way) => circleFault(way, isOfEstate));
