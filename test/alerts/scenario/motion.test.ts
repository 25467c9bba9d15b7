import { describe, expect, test } from '@jest/globals';
import { type Motion, ago, flapping, levelAt, ramp, samples, stopped } from '#alerts/scenario/motion.js';
import { motionText } from '#alerts/scenario/motion-text.js';

/** What a motion reads every 30 seconds, of a phase that began at 300, a minute after the fault. */
const read = (motion: Motion) =>
  [0, 30, 60, 90].map((after) => levelAt(motion, { after, now: 300 + after, fault: 240 }));

test.each<[string, Motion, readonly unknown[]]>([
  ['a value stays', 5, [5, 5, 5, 5]],
  ['a ramp rises with each second', ramp(10, 0.5), [10, 25, 40, 55]],
  ['values in turn come again', flapping([1, 0], '30s'), [1, 0, 1, 0]],
  ['one of them may be missing', flapping([1, 'missing'], '1m'), [1, 1, 'missing', 'missing']],
  ['a moment moves along with time', ago('1m'), [240, 270, 300, 330]],
  ['one that stays is that at which the fault began', stopped, [240, 240, 240, 240]],
  ['samples are read at the pace at which they are scraped', samples('1+1x2', '30s'), [1, 2, 3, 3]],
  ['at another pace they lie between', samples('0+60x2', '60s'), [0, 30, 60, 90]],
  ['a gap is one', samples('1 _x2 4', '30s'), [1, 'missing', 'missing', 4]],
  ['a series that is stale is gone', samples('1 stale', '30s'), [1, 'missing', 'missing', 'missing']],
  ['a step may be negative', samples('9-2x9', '30s'), [9, 7, 5, 3]],
  ['a value may be repeated', samples('-1x9', '30s'), [-1, -1, -1, -1]],
  ['a value may be infinite', samples('+Inf', '30s'), [Infinity, Infinity, Infinity, Infinity]],
])('%s', (_, motion, wanted) => {
  expect(read(motion)).toEqual(wanted);
});

test.each(['', '5 times 20', '5x', '1+x3', '{{schema:0}}', '1,2'])(
  '%j is refused, which promtool does not read',
  (notation) => {
    expect(() => samples(notation, '30s')).toThrow('is not read by promtool as values of a series');
  },
);

test.each([
  ['values', () => flapping([], '1m'), 'it has no values'],
  ['time between them', () => flapping([1], '0s'), 'values without time between are none'],
])('motion without %s is none', (_, made, why) => {
  expect(made).toThrow(why);
});

describe('a person reads', () => {
  test.each<[string, Motion]>([
    ['5', 5],
    ['missing', 'missing'],
    ['from 10, -0.5/s', ramp(10, -0.5)],
    ['1 and 0 in turn, 1 minute each', flapping([1, 0], '1m')],
    ['the moment 10 minutes ago', ago('10m')],
    ['the moment at the beginning of the fault', stopped],
    ['1 2 3 4 5 6 …, every 30 seconds', samples('1+1x20', '30s')],
  ])('%s', (text, motion) => {
    expect(motionText(motion)).toBe(text);
  });
});
