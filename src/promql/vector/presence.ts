import { type Expr, call } from '#promql/expr/ast.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { LabelValues } from '#promql/metric/match.js';
import { insteadOfStored, readOf } from '#promql/metric/kind.js';
import { type AnyMetric, Metric } from '#promql/metric/metric.js';
import { presentOverTime } from './over-time.js';
import { selector } from './select.js';
import { unless } from './set.js';
import { Samples, Vector } from './vector.js';

/** A metric that has series of its own name. */
export type Stored = Metric<'counter' | 'gauge', LabelValues>;

const grouped = (expr: Expr): Vector<never, 'boolean'> =>
  new Vector({ type: 'aggregation', operator: 'group', expr }, [], 'boolean');

/** 1 while there is any series of a metric: `group(x)`. */
export const anySeries = (metric: Stored): Vector<never, 'boolean'> => {
  readOf('group', ['counter', 'gauge'], metric, insteadOfStored);
  return grouped(selector(metric));
};

/** 1 while there is any series of a metric, of whatever labels: while whoever exports it is there. */
export const anywhere = ({ info }: Stored): Vector<never, 'boolean'> => anySeries(new Metric(info));

/**
 * 1 while a metric has had a series of late and had none a window ago: its target, or Prometheus itself, has been there for less than the
 * window, or was away at its beginning, so that what a window tells of is not known. What is gone for longer than one and a half is not of late.
 */
export const isNew = (metric: Stored, window: Duration): Vector<never, 'boolean'> =>
  unless(
    grouped(presentOverTime(metric, duration(1.5 * inSeconds(window))).expr),
    grouped(presentOverTime(metric.offset(window), '1m').expr),
  );

/** 1 while a metric has no series, whoever's they would be: `absent(x)`, without the labels that it would guess. */
export const missing = (metric: AnyMetric): Samples<never, 'boolean'> =>
  new Samples(call('absent', selector(metric)), 'boolean');
