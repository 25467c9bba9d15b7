import type { Arbitrary } from 'fast-check';
import { fc } from '../../seeded.js';

const joined = (...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((each) => each.join(''));
const oneOf = (text: string): Arbitrary<string> => fc.constantFrom(...text.split(' '));

const selector = fc.constantFrom(
  ...[
    'requests_total',
    'requests_total{code="500"}',
    'requests_total{job=~"sh.*"}',
    'requests_total{code!~"5.."}',
  ],
  ...[
    'seats',
    'seats{room!="hall"}',
    'owner',
    'up',
    'up{job="shop"}',
    'finished_timestamp_seconds',
    'gone{job="x"}',
  ],
  ...['latency_seconds_bucket', '{__name__=~"seats|up",job="bakery"}'],
);
const window = oneOf('45s 1m 2m 5m 7m 10m 20m 50m');
const offset = fc.constantFrom('', '', '', ' offset 1m', ' offset 7m', ' offset -2m', ' @ 900');
// What of a fixed moment is asked for at many is of one in some releases, and at each in others.
const moving = fc.constantFrom('', '', ' offset 1m', ' offset 7m', ' offset -2m');
const number = oneOf('0 1 2 0.5 3 20 -1 100 1e3 NaN Inf');
const labels = fc.subarray(['job', 'code', 'room', 'le', 'instance']).map((each) => each.join(','));
const grouping = fc.oneof(joined('by (', labels, ')'), joined('without (', labels, ')'), fc.constant(''));
const matching = fc.oneof(fc.constant(''), joined(oneOf('on ignoring'), ' (', labels, ') '));
const grouped = joined(
  'on (',
  oneOf('job job,code'),
  ') ',
  oneOf('group_left group_right'),
  ' (',
  oneOf('team room'),
  ') ',
);

const overTime = oneOf(
  'sum_over_time avg_over_time min_over_time max_over_time count_over_time present_over_time last_over_time stddev_over_time stdvar_over_time changes resets rate increase delta irate idelta deriv absent_over_time',
);
const ofNumber = oneOf(
  'abs ceil floor exp ln log2 log10 sqrt sgn round timestamp absent sort cos rad atan asinh',
);

const dateOf = oneOf('hour minute day_of_week day_of_month day_of_year days_in_month month year');
/** Of values that differ: which of two is kept that are the same, promtool leaves to chance. */
const ranked = fc.constantFrom('seats', 'requests_total{job="shop"}');

/** Expressions as somebody might write them over the series of the shop, and as nobody would. */
export const written = fc.letrec<{ vector: string; scalar: string; range: string }>((tie) => {
  const [vector, scalar, range] = [tie('vector'), tie('scalar'), tie('range')];
  return {
    vector: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      joined(selector, offset),
      joined(overTime, '(', range, ')'),
      joined('quantile_over_time(', oneOf('0 0.5 0.9 1 2'), ', ', range, ')'),
      joined('predict_linear(', range, ', ', number, ')'),
      joined(ofNumber, '(', vector, ')'),
      joined(oneOf('hour minute month'), '()'),
      joined(oneOf('clamp_min clamp_max'), '(', vector, ', ', scalar, ')'),
      joined('clamp(', vector, ', ', number, ', ', number, ')'),
      joined('round(', vector, ', ', oneOf('0.1 5 10'), ')'),
      joined(
        'histogram_quantile(',
        oneOf('0 0.3 0.5 0.95 1 -1 2'),
        ', rate(latency_seconds_bucket[',
        window,
        ']))',
      ),
      joined('histogram_quantile(', oneOf('0.5 0.9'), ', sum by (le) (latency_seconds_bucket', offset, '))'),
      joined(
        'label_replace(',
        vector,
        ', "',
        oneOf('job new'),
        '", "',
        oneOf('$1-$2 ${1}x $$1 $3'),
        '", "job", "',
        oneOf('(.)(.*) (sh)(?:op) (?P<a>b)(.*)y'),
        '")',
      ),
      joined('label_join(', vector, ', "new", "/", "job", "', oneOf('code room'), '")'),
      joined(oneOf('sum avg min max count group'), ' ', grouping, ' (', vector, ')'),
      joined(dateOf, '(', fc.oneof(selector, joined('(time() - ', selector, ') * 1e5')), ')'),
      joined(oneOf('stddev stdvar'), ' ', grouping, ' (', selector, offset, ')'),
      joined('quantile ', grouping, ' (', oneOf('0 0.25 0.5 0.9'), ', ', vector, ')'),
      joined(oneOf('topk bottomk'), ' ', grouping, ' (', oneOf('0 1 2 5'), ', ', ranked, ')'),
      joined('count_values ', grouping, ' ("value", ', selector, ')'),
      joined('-', selector),
      joined('(', vector, ' ', oneOf('+ - * / % ^'), ' ', scalar, ')'),
      joined('(', scalar, ' ', oneOf('+ - * / %'), ' ', vector, ')'),
      joined('(', vector, ' ', oneOf('== != > < >= <='), ' ', fc.constantFrom('', 'bool '), scalar, ')'),
      joined('(', scalar, ' ', oneOf('== != > < >= <='), ' ', fc.constantFrom('', 'bool '), vector, ')'),
      joined('(', vector, ' ', oneOf('+ - * /'), ' ', matching, vector, ')'),
      joined(
        '(',
        vector,
        ' ',
        oneOf('== != > < >= <='),
        ' ',
        fc.constantFrom('', 'bool '),
        matching,
        vector,
        ')',
      ),
      joined('(', vector, ' ', oneOf('and or unless'), ' ', matching, vector, ')'),
      joined('(', selector, ' * ', grouped, 'owner)'),
      joined('(owner ', oneOf('* > <'), ' ', grouped, selector, ')'),
      joined('vector(', scalar, ')'),
    ),
    scalar: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      number,
      fc.constantFrom('time()', 'pi()'),
      joined('scalar(', vector, ')'),
      joined('(', scalar, ' ', oneOf('+ - * / % ^'), ' ', scalar, ')'),
      joined('(', scalar, ' ', oneOf('> =='), ' bool ', scalar, ')'),
    ),
    range: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      joined(selector, '[', window, ']', moving),
      joined(selector, '[', window, ']', moving),
      joined('(', vector, ')[', oneOf('5m 10m 7m'), ':', oneOf('1m 30s 45s 2m '), ']'),
    ),
  };
}).vector;
