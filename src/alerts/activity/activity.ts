import type { Counter, Gauge } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { sum } from '#promql/vector/aggregate.js';
import { increase, value } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';
import type { Hours } from '#alerts/rule/hours.js';
import type { Spoken } from '#ground/language.js';

/** What is watched, and when it is expected. */
export interface Activity {
  /** What is counted, as a noun: `orders taken`, `주문`. */
  readonly what: Spoken;
  /** When it must go on; at other times nothing is expected. */
  readonly during: Hours;
  /** What its users lose while it does not, as sentences; only that it does not, unless given. */
  readonly impact?: Spoken;
}

/** How often something was done within the window; 0 too when nobody counts it. */
export const timesDone = ({ done }: { readonly done: Counter<never, 'count'> }, window: Window) =>
  orZero(sum(increase(done, window)));

/** How many connections there are; 0 too when nobody tells. */
export const connectionCount = ({ connections }: { readonly connections: Gauge<never, 'count'> }) =>
  orZero(sum(value(connections)));
