import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import type { Fault } from '#ground/fault.js';
import type { TypeFault } from '#synth/causes.js';
import { type Asked, published, type Synthesized, synthesized } from '#synth/synth.js';
import { type Estate, estate } from './home.js';
import { circleFaults, type Thrown, thrownFaults } from '#synth/thrown.js';
import { synthesisOf } from './estate.js';

/** An estate of which something may not have been made. */
export interface Incomplete extends Partial<Omit<Estate, 'applications' | 'hosts'>> {
  readonly applications: readonly (Application | undefined)[];
  readonly hosts?: readonly (Host | undefined)[];
}

/** An estate, and what is wrong with its files; what could not be made for it is not there. */
export interface Given {
  readonly estate?: Incomplete;
  readonly lost?: readonly AlertRule[];
  /** What its files threw. */
  readonly thrown?: readonly Thrown[];
  /** Ways from a file back to itself. */
  readonly circles?: readonly (readonly string[])[];
  /** The folder of the product's own sources, where it runs from them: `src`. */
  readonly library?: string | undefined;
}

const isThere = <T>(made: T | undefined): made is T => made !== undefined;

const outcome = (estate: Estate, lost: readonly AlertRule[]): Synthesized => {
  const { charts, files, laws, pages, alone } = synthesisOf(estate, lost);
  return synthesized(charts, laws, estate.output, { files, pages, alone });
};

/** What a function of an application throws where it is asked, of this application alone with its hosts. */
const thrownBy = (
  application: Application,
  estate: Estate,
  isOfEstate: (place: string) => boolean,
): readonly Fault[] => {
  const hosts = estate.hosts.filter(({ described }) => described === application);
  try {
    outcome({ ...estate, applications: [application], hosts }, []);
    return [];
  } catch (error) {
    return thrownFaults(error, application.name, isOfEstate);
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
    const tried = estate.applications.map((each) => ({ each, faults: thrownBy(each, estate, isOfEstate) }));
    const thrown = tried.flatMap(({ faults }) => faults);
    if (thrown.length === 0) throw error;
    const applications = tried.filter(({ faults }) => faults.length === 0).map(({ each }) => each);
    const hosts = estate.hosts.filter(({ described }) => applications.includes(described));
    const { faults, ...rest } = outcome({ ...estate, applications, hosts }, []);
    return { ...rest, faults: [...thrown, ...faults] };
  }
};

/**
 * Synthesizes an estate into its folders.
 *
 * @returns what publishes it, once it is known what the compiler refuses; its result is the exit code.
 */
export const synthesizedEstate = ({
  estate: given = { applications: [] },
  lost = [],
  thrown = [],
  circles = [],
  library,
}: Given): ((types: readonly TypeFault[], asked?: Asked) => 0 | 1) => {
  const { applications, hosts = [], ...others } = given;
  const whole = estate({
    ...others,
    applications: applications.filter(isThere),
    hosts: hosts.filter(isThere),
  });
  const isOfEstate = (place: string): boolean => library === undefined || !place.startsWith(`${library}/`);
  const { faults, ...rest } = outcomeOfMost(whole, lost, isOfEstate);
  const ofFiles = [
    ...circleFaults(circles, isOfEstate),
    ...thrown.flatMap(({ file, error }) => thrownFaults(error, file, isOfEstate)),
  ];
  return (types, asked) => published({ ...rest, faults: [...ofFiles, ...faults] }, types, asked);
};
