import { type Fault, refuse } from '#ground/fault.js';
import { re2Source } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

/** The indices that hold logs, among those in which Elasticsearch and Kibana keep their own books. */
export interface LogIndices {
  /** Which names they have, so that tomorrow's is one too. */
  readonly pattern: RegExp;
  /** Names that some have: the alert is proven by them. */
  readonly names: NonEmpty<string>;
}

/** An index that is written all the time, logs or no logs. */
export const bookkeeping = '.kibana_task_manager_8.17.0_001';

/**
 * The same indices.
 *
 * @throws Error where a name is not one of the pattern's, so that it would prove nothing, or where the pattern lets others in.
 */
export const checkedIndices = (logs: LogIndices): LogIndices => {
  const { pattern, names } = logs;
  const matches = (name: string): boolean => matchesWhole(re2Source(pattern, 'noLogsArriving'), name);
  const faults: readonly Fault[] = [
    ...names
      .filter((name) => !matches(name))
      .map((name) => ({
        where: '',
        what: name,
        code: 'pattern-does-not-fit' as const,
        why: `index '${name}' does not match ${String(pattern)}`,
        cure: 'widen the pattern',
      })),
    ...(matches(bookkeeping)
      ? [
          {
            where: '',
            what: String(pattern),
            code: 'pattern-does-not-fit' as const,
            why: `${String(pattern)} matches '${bookkeeping}', which Kibana writes all the time, so silence is never seen`,
            cure: 'narrow the pattern',
          },
        ]
      : []),
  ];
  refuse('noLogsArriving', faults);
  return logs;
};
