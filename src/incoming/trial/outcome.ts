import { lost } from '#alerts/rule/made.js';
import { keyOf } from '#alerts/rule/rule.js';
import { type Fault, Refusal } from '#ground/fault.js';
import type { FiringAlert } from '#proof/promtool/complaint.js';
import { type ProvenAlert, alertsOf, proveAlerts } from '#proof/prove-estate.js';
import { routeTestsOf, routeTestsText } from '#proof/routes/write.js';
import type { TypeFault } from '#synth/causes.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { type Estate, isEstate } from '#synth/estate/home.js';
import { runningIn } from '#synth/estate/running.js';
import { EstateRefusal } from '#synth/refusal.js';
import { synthesize } from '#synth/synthesize.js';

/** An alert that came in, whose proof does not hold as it is written. */
export interface Disproven {
  /** What its proof is called: see `keyOf`. */
  readonly key: string;
  readonly why: string;
  /** The alerts as they are told, where only what their annotations read is otherwise. */
  readonly told?: readonly FiringAlert[];
}

/** What came of running a file that was written for a trial: plain data, whoever ran it. */
export interface Outcome {
  /** What functions that the file exports throw, by their names. */
  readonly thrown: Readonly<Record<string, string>>;
  /** What is wrong with the estate that it exports. */
  readonly faults: readonly Fault[];
  /** What may be wrong with it. */
  readonly hints: readonly Fault[];
  /** What is synthesized of it: texts by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Tests of the routes of its applications as they are: texts by application. */
  readonly routes: Readonly<Record<string, string>>;
  /** Proofs of alerts that came in which do not hold. */
  readonly disproven: readonly Disproven[];
}

/** The same, with what the compiler refuses; what keeps the file from being run at all. */
export interface Trial {
  readonly types: readonly TypeFault[];
  readonly outcome?: Outcome;
  readonly broken?: string;
}

/** Runs a file, from the folder of the estate. */
export type Try = (file: string) => Promise<Trial>;

const messageOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? error.message : String(error);
};

const thrownBy = (made: () => unknown): string | undefined => {
  try {
    made();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
};

const isMaker = (value: unknown): value is () => unknown => typeof value === 'function';

const nothing = { faults: [], hints: [], files: {}, routes: {}, disproven: [] };

/**
 * What comes of what a file exports: functions are called; an estate is synthesized, and the proofs of its alerts that came in are run by
 * promtool. Nothing is written.
 */
export const outcomeOf = async (exports: Readonly<Record<string, unknown>>): Promise<Outcome> => {
  const makers = Object.entries(exports).flatMap(([name, value]) =>
    isMaker(value) ? [[name, value] as const] : [],
  );
  const thrown = Object.fromEntries(
    makers.flatMap(([name, maker]) => {
      const why = thrownBy(maker);
      return why === undefined ? [] : [[name, why]];
    }),
  );
  const { default: estate } = exports;
  if (!isEstate(estate)) return { thrown, ...nothing };
  const made = synthesized(estate);
  if (made.faults.length > 0) return { thrown, ...nothing, ...made };
  const routes = Object.fromEntries(
    runningIn(estate).map((each) => [each.name, routeTestsText(routeTestsOf(each))]),
  );
  return { thrown, ...made, routes, disproven: await disprovenIn(estate) };
};

const synthesized = (estate: Estate): Pick<Outcome, 'faults' | 'hints' | 'files'> => {
  const hints: Fault[] = [];
  try {
    const { charts, laws } = synthesisOf(estate, lost());
    const files = synthesize(charts, laws, (told) => hints.push(...told));
    return { faults: [], hints, files: Object.fromEntries(files) };
  } catch (error) {
    const faults = error instanceof EstateRefusal || error instanceof Refusal ? error.faults : undefined;
    if (faults === undefined) throw error;
    return { faults, hints, files: {} };
  }
};

/** So many promtools side by side. */
const jobs = 2;

const disprovenIn = async (estate: Estate): Promise<readonly Disproven[]> => {
  const came = alertsOf(runningIn(estate)).filter(({ alert }) => alert.imported !== undefined);
  const malformed = came.flatMap(({ alert }): readonly Disproven[] => {
    const why = thrownBy(alert.scenarios);
    return why === undefined ? [] : [{ key: keyOf(alert), why: sentenceIn(why) }];
  });
  const keys = new Set(malformed.map(({ key }) => key));
  const proven = await proveAlerts(
    came.filter(({ alert }) => !keys.has(keyOf(alert))),
    { jobs },
  );
  return [...malformed, ...proven.flatMap((each) => disproven(each) ?? [])];
};

/** The first things that a longer text says, on one line. */
const sentenceIn = (text: string): string =>
  text
    .trim()
    .split('\n')
    .slice(0, 2)
    .map((line) => line.trim())
    .join(' ');

const disproven = ({ alert, refused, verdicts: [{ outcomes }] }: ProvenAlert): Disproven | undefined => {
  const [why] = refused;
  if (why === undefined) return undefined;
  const complaints = outcomes.flatMap((each) => each.complaints);
  const [first, ...others] = complaints.flatMap((each) => (each.about === 'alerts' ? [each] : []));
  const isOfTexts =
    first !== undefined &&
    others.length === 0 &&
    complaints.length === 1 &&
    first.got.length > 0 &&
    first.got.length === first.expected.length;
  return {
    key: keyOf(alert),
    why: sentenceIn(why),
    ...(isOfTexts && { told: first.got }),
  };
};
