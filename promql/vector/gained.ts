import { type Duration, inSeconds } from '../../ground/duration.js';
import { type Binary, type Expr, type VectorMatching, call, number } from '../expr/ast.js';
import type { LabelValues } from '../metric/match.js';
import type { AnyMetric, Gauge, Metric } from '../metric/metric.js';
import type { Unit } from '../unit/unit.js';
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

/**
 * Increase over the window, the first increment of a new series included. A labelled counter is not exported before it is first
 * incremented, so it begins at 1, and `increase` alone sees nothing: it has no sample before.
 *
 * A series counts from 0 if it was not there a window ago, and a scrape of its target has succeeded without it since, or its process is
 * younger than the window. After a gap, or a scrape that failed, it has as many samples as there were scrapes: then nobody knows when it
 * was counted, and what is old is not told as new.
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
  const born = binary(absent, 'unless', inEachScrape(counter, window, exported));
  const grown = increase(among, window);
  return new Samples(binary(born, 'or', grown.expr), grown.unit);
};

/** Series that every scrape of the window had which succeeded, but for those of a process that is younger. */
const inEachScrape = (counter: AnyMetric, window: Duration, { up, started }: Exported): Expr => {
  // A target that is scraped twice, by two paths, has two of them.
  const scrapes: Expr = {
    type: 'aggregation',
    operator: 'max',
    expr: call('sum_over_time', range(up, window)),
    grouping: { type: 'by', labels: perTarget },
  };
  const seen = binary(call('count_over_time', range(counter, window)), '>=', scrapes, {
    type: 'on',
    labels: perTarget,
    group: { side: 'left', include: [] },
  });
  if (!started) return seen;
  const age = binary(call('time'), '-', selector(started));
  const young = binary(age, '<', number(inSeconds(window)));
  return binary(seen, 'unless', young, { type: 'on', labels: perTarget });
};
