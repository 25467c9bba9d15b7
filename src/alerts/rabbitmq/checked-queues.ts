import { type Fault, refuse } from '#ground/fault.js';
import { re2Source } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import type { DeadLetterQueues, QueueNames } from './queues.js';

/** Work queues, and those that take what no worker could do. */
export interface Queues {
  /** Names of the work queues: those that workers must keep short. */
  readonly work: QueueNames;
  readonly deadLetter: DeadLetterQueues;
}

/**
 * The same queues.
 *
 * @throws Error on names that are on the wrong side of the pattern of dead-letter queues.
 */
export const checkedQueues = <Q extends Queues>(queues: Q): Q => {
  const { pattern, names } = queues.deadLetter;
  const matches = (name: string): boolean => matchesWhole(re2Source(pattern, 'queues'), name);
  const faults: readonly Fault[] = [
    ...queues.work.filter(matches).map((name) => ({
      where: '',
      what: name,
      code: 'pattern-does-not-fit' as const,
      why: `work queue '${name}' matches ${String(pattern)}`,
      cure: 'dead letters are no work, narrow the pattern',
    })),
    ...names
      .filter((name) => !matches(name))
      .map((name) => ({
        where: '',
        what: name,
        code: 'pattern-does-not-fit' as const,
        why: `dead-letter queue '${name}' does not match ${String(pattern)}`,
        cure: 'widen the pattern',
      })),
  ];
  refuse('queues', faults);
  return queues;
};
