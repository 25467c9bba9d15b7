import { lost } from '#alerts/rule/made.js';
import { type Fault, Refusal } from '#ground/fault.js';
import type { TypeFault } from '#synth/causes.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { isEstate } from '#synth/estate/home.js';
import { EstateRefusal } from '#synth/refusal.js';
import { synthesize } from '#synth/synthesize.js';

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

/** What comes of what a file exports: functions are called, an estate is synthesized, and nothing is written. */
export const outcomeOf = (exports: Readonly<Record<string, unknown>>): Outcome => {
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
  return { thrown, ...(isEstate(estate) ? synthesized(estate) : { faults: [], hints: [], files: {} }) };
};

const synthesized = (estate: Parameters<typeof synthesisOf>[0]): Omit<Outcome, 'thrown'> => {
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
