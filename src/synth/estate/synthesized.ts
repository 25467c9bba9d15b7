import type { AlertRule } from '#alerts/rule/rule.js';
import type { SecretDeclaration } from '#ground/declared-secret.js';
import type { Fault } from '#ground/fault.js';
import { everyDeclarationIsUsed } from '#laws/declared-secret.js';
import type { TypeFault } from '#synth/causes.js';
import { type Asked, published, type Synthesized, synthesized } from '#synth/synth.js';
import { type Estate, estate } from './home.js';
import { circleFaults, type Thrown, thrownFaults } from '#synth/thrown.js';
import { keptDrills } from '#synth/drills/kept.js';
import { synthesisOf } from './estate.js';

/** An estate of which something may not have been made: places, or applications in them. */
export interface Incomplete extends Partial<Omit<Estate, 'places'>> {
  readonly places: readonly (Estate['places'][number] | undefined)[];
}

/** An estate, and what is wrong with its files; what could not be made for it is not there. */
export interface Given {
  readonly estate?: Incomplete;
  readonly lost?: readonly AlertRule[];
  /** The Secrets that were declared, and of which nothing took a key. */
  readonly unused?: readonly SecretDeclaration[];
  /** What its files threw. */
  readonly thrown?: readonly Thrown[];
  /** Ways from a file back to itself. */
  readonly circles?: readonly (readonly string[])[];
  /** The folder of the product's own sources, where it runs from them: `src`. */
  readonly library?: string | undefined;
  /** Whether what is wrong is not told but thrown, as `Unsound`: whoever asks makes all anew then, and tells that. */
  readonly onlySound?: boolean;
}

/** Something is wrong with an estate of which not everything was made. */
export class Unsound extends Error {
  constructor() {
    super('something is wrong with what was made of the estate, or with what is remembered of it');
  }
}

const isThere = <T>(made: T | undefined): made is T => made !== undefined;

const outcome = (estate: Estate, lost: readonly AlertRule[]): Synthesized => {
  const { charts, files, laws, pages } = synthesisOf(estate, lost, keptDrills());
  return synthesized(charts, laws, estate.output, { files, pages });
};

type Place = Estate['places'][number];

/** A place with those of its applications alone that are asked for; nothing where it has none of them. */
const withOnly = (place: Place, isAsked: (name: string) => boolean): readonly Place[] => {
  if (place.of === 'host') return isAsked(place.described.name) ? [place] : [];
  return [{ ...place, applications: place.applications.filter(({ name }) => isAsked(name)) }];
};

const only = ({ places }: Estate, isAsked: (name: string) => boolean): readonly Place[] =>
  places.flatMap((place) => withOnly(place, isAsked));

/** What a function of an application throws where it is asked, of this application alone wherever it runs. */
const thrownBy = (name: string, estate: Estate, isOfEstate: (place: string) => boolean): readonly Fault[] => {
  try {
    outcome({ ...estate, places: only(estate, (each) => each === name) }, []);
    return [];
  } catch (error) {
    return thrownFaults(error, name, isOfEstate);
  }
};

/** The outcome of all; where functions of some throw, that of the others, with what these throw. */
const outcomeOfMost = (
  estate: Estate,
  lost: readonly AlertRule[],
  isOfEstate: (place: string) => boolean,
): Synthesized => {
  try {
    return outcome(estate, lost);
  } catch (error) {
    const names = new Set(
      estate.places.flatMap((place) =>
        place.of === 'host' ? [place.described.name] : place.applications.map(({ name }) => name),
      ),
    );
    const tried = [...names].map((name) => ({ name, faults: thrownBy(name, estate, isOfEstate) }));
    const thrown = tried.flatMap(({ faults }) => faults);
    if (thrown.length === 0) throw error;
    const sound = new Set(tried.filter(({ faults }) => faults.length === 0).map(({ name }) => name));
    const { faults, ...rest } = outcome({ ...estate, places: only(estate, (name) => sound.has(name)) }, []);
    return { ...rest, faults: [...thrown, ...faults] };
  }
};

/** A place without the applications that were not made. */
const withMade = (place: Place): Place =>
  place.of === 'cluster' ? { ...place, applications: place.applications.filter(isThere) } : place;

/**
 * Synthesizes an estate into its folders.
 *
 * @returns what publishes it, once it is known what the compiler refuses; its result is the exit code.
 */
export const synthesizedEstate = ({
  estate: given = { places: [] },
  lost = [],
  unused = [],
  thrown = [],
  circles = [],
  library,
  onlySound = false,
}: Given): ((types: readonly TypeFault[], asked?: Asked) => 0 | 1) => {
  const { places, ...others } = given;
  const whole = estate({ ...others, places: places.filter(isThere).map(withMade) });
  const isOfEstate = (place: string): boolean => library === undefined || !place.startsWith(`${library}/`);
  const { faults, hints, ...rest } = onlySound
    ? outcome(whole, lost)
    : outcomeOfMost(whole, lost, isOfEstate);
  if (onlySound && faults.length > 0) throw new Unsound();
  const told = { ...rest, hints: [...hints, ...everyDeclarationIsUsed(unused)] };
  const ofFiles = [
    ...circleFaults(circles, isOfEstate),
    ...thrown.flatMap(({ file, error }) => thrownFaults(error, file, isOfEstate)),
  ];
  return (types, asked) => published({ ...told, faults: [...ofFiles, ...faults] }, types, asked);
};
