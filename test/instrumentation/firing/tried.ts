import { type Fired, firing } from './firing.js';
import type { Causes, Program } from './program.js';

/** Causes one fault in a program that is started for it, until its alerts fire. */
export const tried = (
  { application, scrape, labels, running }: Program,
  { fault, usual, isAlwaysTried: _, ...settings }: Causes,
): Promise<Readonly<Record<string, Fired>>> =>
  running((target) =>
    firing(
      {
        ...{ application, scrape, target, ...settings },
        ...(labels && { labels }),
        ...(usual && { usual: () => usual(target) }),
      },
      () => fault(target),
    ),
  );
