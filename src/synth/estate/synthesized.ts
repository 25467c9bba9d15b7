import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import type { Fault } from '#ground/fault.js';
import type { TypeFault } from '#synth/causes.js';
import { published, type Synthesized, synthesized } from '#synth/synth.js';
import { circleFaults, type Thrown, thrownFaults } from '#synth/thrown.js';
import { synthesisOf } from './estate.js';

/** An estate, and what is wrong with its files; what could not be made for it is not there. */
export interface Given {
  readonly estate?: readonly (Application | undefined)[];
  readonly hosts?: readonly (Host | undefined)[];
  readonly lost?: readonly AlertRule[];
  /** What its files threw. */
  readonly thrown?: readonly Thrown[];
  /** Ways from a file back to itself. */
  readonly circles?: readonly (readonly string[])[];
}

const isThere = <T>(made: T | undefined): made is T => made !== undefined;

const outcome = (
  applications: readonly Application[],
  hosts: readonly Host[],
  lost: readonly AlertRule[],
): Synthesized => {
  const { charts, files, laws, pages, alone } = synthesisOf(applications, hosts, lost);
  return synthesized(charts, laws, 'dist', { files, pages, alone });
};

/** What a function of an application throws where it is asked, of this application alone with its hosts. */
const thrownBy = (application: Application, hosts: readonly Host[]): readonly Fault[] => {
  const its = hosts.filter(({ described }) => described === application);
  try {
    outcome([application], its, []);
    return [];
  } catch (error) {
    return thrownFaults(error, application.name);
  }
};

/** The outcome of all; where functions of some throw, that of the others, with what these throw. */
const outcomeOfMost = (
  applications: readonly Application[],
  hosts: readonly Host[],
  lost: readonly AlertRule[],
): Synthesized => {
  try {
    return outcome(applications, hosts, lost);
  } catch (error) {
    const tried = applications.map((each) => ({ each, faults: thrownBy(each, hosts) }));
    const thrown = tried.flatMap(({ faults }) => faults);
    if (thrown.length === 0) throw error;
    const others = tried.filter(({ faults }) => faults.length === 0).map(({ each }) => each);
    const theirs = hosts.filter(({ described }) => others.includes(described));
    const { faults, ...rest } = outcome(others, theirs, []);
    return { ...rest, faults: [...thrown, ...faults] };
  }
};

/**
 * Synthesizes an estate into `dist/`, `docs/runbooks/` and `docs/secrets.md`.
 *
 * @returns what publishes it, once it is known what the compiler refuses.
 */
export const synthesizedEstate = ({
  estate = [],
  hosts = [],
  lost = [],
  thrown = [],
  circles = [],
}: Given): ((types: readonly TypeFault[]) => void) => {
  const { faults, ...rest } = outcomeOfMost(estate.filter(isThere), hosts.filter(isThere), lost);
  const ofFiles = [
    ...circleFaults(circles),
    ...thrown.flatMap(({ file, error }) => thrownFaults(error, file)),
  ];
  return (types) => published({ ...rest, faults: [...ofFiles, ...faults] }, types);
};
