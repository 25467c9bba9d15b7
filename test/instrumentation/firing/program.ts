import type { Application } from '#application/application.js';
import type { Tried } from './firing.js';

/** A fault that can be caused in a program, and the alert that must tell of it. */
export interface Causes {
  readonly alert: Tried['alert'];
  /** What is asked while all is well, and what causes the fault, of a program that answers at `url`. */
  readonly usual?: (url: string) => Promise<unknown>;
  readonly fault: (url: string) => Promise<unknown>;
  readonly factor?: number;
  readonly at?: string;
  readonly pause?: number;
  /** Whether each run of all tests does it: one of a language, of 45 seconds at the most. The rest is done by `npm run fires`. */
  readonly isAlwaysTried?: true;
}

/**
 * A program that exports what a generated module counts, with the faults of it that are tried. Those of a language stand in its folder in
 * `programs.ts`, which exports them as `programs`.
 */
export interface Program {
  /** `observer in FastAPI`. */
  readonly name: string;
  readonly application: Application;
  readonly scrape: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Runs it while `use` works with it, and hands back what `use` came to. */
  readonly running: <T>(use: (url: string) => Promise<T>) => Promise<T>;
  readonly causes: readonly Causes[];
}
