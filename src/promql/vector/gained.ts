import { type Duration, inSeconds } from '#ground/duration.js';
import { type Binary, type Expr, type VectorMatching, call, number } from '#promql/expr/ast.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Gauge, Metric } from '#promql/metric/metric.js';
import type { Unit } from '#promql/unit/unit.js';
import { increase, range, selector } from './select.js';
import { Samples } from './vector.js';

/** What tells of the targets that export a counter whether its series are new, or only seen for the first time. */
export interface Exported {
  /** `up`, of these targets at least. */
  readonly up: Gauge<'job' | 'instance', 'boolean'>;
  /** `process_start_time_seconds`, where they export it: what a young process has counted is new, though nobody scraped it before. */
  readonly started?: Gauge<'job' | 'instance', 'timestamp'>;
}

const perTarget = ['job', 'instance'];
const binary = (
  left: Expr,
  operator: Binary['operator'],
  right: Expr,
  matching?: VectorMatching,
): Binary => ({ type: 'binary', operator, left, right, ...(matching && { matching }) });

/** As long as what is read without a window is read on, so that both look at the same scrapes. */
const then: Duration = '2m';

/**
 * Increase over the window, the first increment of a new series included. A labelled counter is not exported before it is first
 * incremented, so it begins at 1, and `increase` alone sees nothing: it has no sample before.
 *
 * A series counts from 0 if it was not there a window ago, though a scrape of its target succeeded then, or its process is younger than
 * the window. After a gap, or a scrape that failed, nobody knows when it was counted, and what is old is not told as new.
 *
 * @param among what else is counted, of which new series are not looked for; by default nothing else.
 */
export const gained = <V extends LabelValues, U extends Unit>(
  counter: Metric<'counter', V, U>,
  window: Duration,
  exported: Exported,
  among: Metric<'counter', V, U> = counter,
): Samples<keyof V & string, U> => {
  const absent = binary(selector(counter), 'unless', selector(counter.offset(window)));
  const born = binary(absent, 'and', isKnown(window, exported), { type: 'on', labels: perTarget });
  const grown = increase(among, window);
  return new Samples(binary(born, 'or', grown.expr), grown.unit);
};

/** Targets of which it is known what they had counted a window ago: they were scraped then, or their process did not run yet. */
const isKnown = (window: Duration, { up, started }: Exported): Expr => {
  const scraped = binary(call('max_over_time', range(up.offset(window), then)), '==', number(1));
  if (!started) return scraped;
  const age = binary(call('time'), '-', selector(started));
  return binary(scraped, 'or', binary(age, '<', number(inSeconds(window))));
};
