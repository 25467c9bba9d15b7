import { number } from '#promql/expr/ast.js';
import { type Edit, type Mutator, none } from './edit.js';

const instead: Readonly<Record<string, readonly string[]>> = {
  rate: ['irate', 'increase', 'delta'],
  irate: ['rate', 'increase'],
  increase: ['rate', 'irate', 'delta'],
  delta: ['increase', 'deriv'],
  deriv: ['delta', 'rate'],
  sum_over_time: ['avg_over_time', 'max_over_time'],
  avg_over_time: ['sum_over_time', 'max_over_time'],
  max_over_time: ['min_over_time', 'avg_over_time'],
  min_over_time: ['max_over_time', 'avg_over_time'],
  count_over_time: ['changes'],
  changes: ['resets'],
  floor: ['ceil', 'round'],
  ceil: ['floor', 'round'],
  round: ['floor', 'ceil'],
};
const rounds = ['floor', 'ceil', 'round'];

/** What was read on over missed scrapes, as it is at present. */
const present: Mutator = ({ expr }) => {
  const [read] = expr.type === 'call' && expr.function === 'last_over_time' ? expr.args : [];
  const by = read?.type === 'range' ? read.selector : read?.type === 'subquery' ? read.expr : undefined;
  return by ? [{ kind: 'function', before: 'last_over_time', after: none, by }] : [];
};

/** Another function of the same samples; what rounds, or reads on, is also left out. */
export const call: Mutator = (place) => {
  const { expr } = place;
  if (expr.type !== 'call') return [];
  if (expr.function === 'last_over_time') return present(place);
  const others = (instead[expr.function] ?? []).map((after): Edit => ({
    kind: 'function',
    before: expr.function,
    after,
    by: { ...expr, function: after },
  }));
  const [inner] = expr.args;
  return inner && rounds.includes(expr.function)
    ? [...others, { kind: 'function', before: expr.function, after: none, by: inner }]
    : others;
};

const quantiles = [0.5, 0.9, 0.95, 0.99];

/** Another quantile of those that people ask for. */
export const quantile: Mutator = ({ expr }) => {
  if (expr.type !== 'call' || !/^(histogram_quantile|quantile_over_time)$/.test(expr.function)) return [];
  const [asked, ...rest] = expr.args;
  if (asked?.type !== 'number') return [];
  return quantiles
    .filter((other) => other !== asked.value)
    .map((other) => ({
      kind: 'quantile',
      before: String(asked.value),
      after: String(other),
      by: { ...expr, args: [number(other), ...rest] },
    }));
};
