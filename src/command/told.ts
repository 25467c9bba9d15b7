import { Refusal } from '#ground/fault.js';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';

/** What kept a verb from running, as a person reads it. */
export const told = (error: unknown, verb: string): string => {
  if (error instanceof UsageError) return `${error.message}\nSee cheomseong ${verb} --help.\n`;
  if (error instanceof Refusal) return `${error.message}\n`;
  return `${reason(error)}\n`;
};
