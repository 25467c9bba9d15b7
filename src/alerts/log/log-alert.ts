import { refuse } from '#ground/fault.js';
import type { Duration } from '#ground/duration.js';
import { printSignal } from '#logql/print.js';
import type { LogLabel, LogSignal, LogUnit } from '#logql/signal.js';
import { number } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Limit } from '#promql/unit/limit.js';
import { type AlertSpec, alert } from '#alerts/rule/alert.js';
import type { Facts } from '#alerts/rule/facts.js';
import type { AlertRule, Change, Compared, OwnRule } from '#alerts/rule/rule.js';
import { type LogProof, replayed } from './replay.js';
import { standIn } from './stand-in.js';

/** What an alert that reads logs is made of: as `alert(…)` is, but for what it reads and what proves it. */
export interface LogAlertSpec<L extends LogLabel, U extends LogUnit> extends Pick<
  AlertSpec<L, U>,
  'limit' | 'for' | 'severity' | 'component' | 'labels' | 'says'
> {
  readonly window: Duration;
  /** What Loki counts; it tells while that is over the limit. */
  readonly when: (facts: Facts<U>) => LogSignal<L, U>;
  /** The lines under which it fires, and those under which it does not. */
  readonly proof: (facts: Facts<U>) => LogProof<L>;
  /** How often Loki's ruler evaluates it; its group says so. */
  readonly evaluatedEvery?: Duration;
}

/** An alert that Loki's ruler evaluates: a rule, its texts, its page and its proof, all of them functions of the same facts. */
export interface LogAlert<in out L extends LogLabel, in out U extends LogUnit> extends OwnRule {
  readonly condition: Compared & { readonly limit: Limit<U> };
  readonly reads: LogSignal<L, U>;
  /** What Loki is asked. */
  readonly logql: string;
  /** The same without the limit: what a panel draws. */
  readonly shown: string;
  redefined(change: Change<U>): LogAlert<L, U>;
  scraped(every: Duration): LogAlert<L, U>;
}

/** Any of them. */
export interface LogRule extends OwnRule {
  readonly reads: LogSignal<LogLabel, LogUnit>;
  readonly logql: string;
  readonly shown: string;
  redefined(change: Change): LogRule;
  scraped(every: Duration): LogRule;
}

/** Whether an alert reads logs: then Loki evaluates it. */
export const isLogRule = (rule: AlertRule): rule is LogRule => 'logql' in rule;

/**
 * An alert on logs. `expr` is what stands in for its query in PromQL, by which it is proven: a series that is what Loki has counted at each
 * evaluation; Loki is asked `logql`.
 *
 * @throws Error with everything that keeps it from working, as `alert` does, and on `keepFiringFor`, which Loki's ruler drops.
 */
export const logAlert = <L extends LogLabel, U extends LogUnit>(
  name: string,
  spec: LogAlertSpec<L, U>,
): LogAlert<L, U> => {
  const { evaluatedEvery = '1m', when, proof, ...told } = spec;
  refuse(
    `alert ${name}`,
    'keepFiringFor' in told
      ? [
          {
            where: 'keepFiringFor',
            what: name,
            code: 'setting-for-nothing',
            why: "Loki's ruler reads keep_firing_for and drops it",
            cure: 'leave it out; a longer window keeps the alert as long',
          },
        ]
      : [],
  );
  const made = alert<L, U>(name, {
    ...told,
    scrapedEvery: evaluatedEvery,
    when: (facts) => ({ signal: standIn(when(facts)), operator: '>', limit: facts.limit }),
    proof: (facts) => replayed(proof(facts), when(facts), { ...facts, every: evaluatedEvery }),
  });
  const { limit, window, severity } = spec;
  const reads = when({ limit, window, severity, for: spec.for });
  return {
    ...made,
    reads,
    shown: printSignal(reads),
    logql: `${printSignal(reads)} > ${print(number(limit.value))}`,
    redefined: ({ name: other = name, ...change }) => logAlert(other, { ...spec, ...change }),
    scraped: (every) => logAlert(name, { ...spec, evaluatedEvery: every }),
  };
};
