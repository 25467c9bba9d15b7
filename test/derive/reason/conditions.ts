import type { Arbitrary } from 'fast-check';
import type { World } from '#derive/engine/world.js';
import { fc } from '../../seeded.js';

const joined = (...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((each) => each.join(''));

const series = fc.constantFrom(
  ...['up', 'up{job="a"}', 'up{job!="a"}', 'up{job=~"a|b"}', 'up{job="a", job="b"}', 'up{code!=""}'],
  ...['seats', 'seats{job="a"}', 'seats{code="x"}', 'sold_total{job="b"}'],
);
const read = fc.oneof(
  series,
  joined(series, ' offset 1m'),
  joined(
    fc.constantFrom('rate', 'changes', 'count_over_time', 'delta', 'max_over_time'),
    '(',
    series,
    fc.constantFrom('[20s])', '[1m])', '[5m])'),
  ),
);
const limit = fc.constantFrom('-1', '0', '0.5', '1', '2', '3', '5');
const operator = fc.constantFrom('>', '<', '>=', '<=', '==', '!=');
const matching = fc.constantFrom('', '', ' on ()', ' on (job)', ' ignoring (code)', ' on (job, code)');

/** Conditions over few series and few numbers, so that many of them never hold. */
export const conditions = fc.letrec<{ condition: string }>((tie) => {
  const condition = tie('condition');
  return {
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      read,
      joined('(', condition, ' ', operator, ' ', limit, ')'),
      joined('(', limit, ' ', operator, ' ', condition, ')'),
      joined('(', condition, ' ', operator, ' bool ', limit, ')'),
      joined(
        '(',
        condition,
        ' ',
        fc.constantFrom('and', 'and', 'unless', 'or'),
        matching,
        ' ',
        condition,
        ')',
      ),
      joined(
        '(',
        condition,
        ' ',
        fc.constantFrom('+', '-', '*', '/', '>', '==', '!='),
        matching,
        ' ',
        condition,
        ')',
      ),
      joined('(', condition, ' ', fc.constantFrom('*', '>'), ' on (job) group_left (code) ', condition, ')'),
      joined('(', condition, ' ', fc.constantFrom('%', '*', '+'), ' ', limit, ')'),
      joined(
        fc.constantFrom('sum', 'count', 'min', 'group', 'stddev'),
        fc.constantFrom('', ' by (job)', ' without (code)'),
        ' (',
        condition,
        ')',
      ),
      joined(fc.constantFrom('topk', 'bottomk'), ' (', fc.constantFrom('0', '1'), ', ', condition, ')'),
      joined('absent(', condition, ')'),
      joined('label_replace(', condition, ', "code", "x", "", "")'),
      joined('vector(', limit, ')'),
      joined('clamp(', condition, ', 0, 1)'),
      joined('-', condition),
      joined('timestamp(', condition, ')'),
      joined('(time() ', fc.constantFrom('-', '>', '<', '<='), ' ', condition, ')'),
    ),
  };
}).condition;

const labels = fc.subarray([
  { job: 'a' },
  { job: 'b' },
  { job: 'a', code: 'x' },
  { job: 'b', code: 'y' },
  { job: 'c', code: 'x' },
  {},
]);

/** Worlds of the same names, each series with values of its own among those that conditions compare with. */
export const worlds: Arbitrary<World> = fc
  .array(
    fc.record({
      name: fc.constantFrom('up', 'seats', 'sold_total'),
      labels,
      values: fc.array(fc.option(fc.constantFrom(-1, 0, 0.5, 1, 2, 4, 6, NaN), { nil: undefined, freq: 6 }), {
        minLength: 12,
        maxLength: 12,
      }),
    }),
    { maxLength: 3 },
  )
  .map((each) => ({
    interval: 30,
    series: [...new Map(each.map((one) => [one.name, one])).values()].flatMap(({ name, labels, values }) =>
      labels.map((own, i) => ({
        name,
        labels: own,
        at: (seconds: number) =>
          name === 'sold_total' ? seconds : values[(seconds / 30 + i * 5) % values.length],
      })),
    ),
  }));

/** Worlds in which each series keeps its value for some minutes, or is gone for as long. */
export const slowWorlds: Arbitrary<World> = fc
  .array(fc.array(fc.constantFrom('stale' as const, 0, 0, 1, 2), { minLength: 20, maxLength: 20 }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((each) => ({
    interval: 30,
    series: each.map((values, i) => ({
      name: i < 2 ? 'up' : 'seats',
      labels: { job: i % 2 === 0 ? 'a' : 'b' },
      at: (seconds: number) => values[Math.floor(seconds / 240)],
    })),
  }));
