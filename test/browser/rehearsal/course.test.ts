import { describe, expect, test } from '@jest/globals';
import { courseOf, lastRun } from '#browser/rehearsal/course.js';
import { happened, start, states } from './states.js';

const course = (state: keyof typeof states, at: number) => {
  const { alerts, happened: all } = states[state];
  return courseOf(alerts[0]!, all, start + at * 1000).map((each) => [each.step, each.state, each.seconds]);
};

describe('the course of an alert', () => {
  test('has how long it is pending by now', () => {
    expect(course('pending', 6)).toEqual([
      ['condition', 'past', 1],
      ['pending', 'now', 3],
      ['firing', 'ahead', undefined],
      ['grouped', 'ahead', undefined],
      ['sent', 'ahead', undefined],
      ['resolved', 'ahead', undefined],
    ]);
  });

  test('is over once all who were told know that it is', () => {
    expect(course('resolved', 60)).toEqual([
      ['condition', 'past', 1],
      ['pending', 'past', 5],
      ['firing', 'past', 1],
      ['grouped', 'past', 3],
      ['sent', 'past', 12],
      ['resolved', 'past', undefined],
    ]);
  });

  test('goes no further than that it fires while it is silenced', () => {
    expect(course('silenced', 12).slice(2)).toEqual([
      ['firing', 'now', 4],
      ['grouped', 'withheld', undefined],
      ['sent', 'withheld', undefined],
      ['resolved', 'withheld', undefined],
    ]);
  });

  test('begins anew with the next fault', () => {
    const twice = [...happened([0, 'fault'], [8, 'sent'], [20, 'resolved']), ...happened([40, 'fault'])];
    expect(lastRun(twice)).toEqual(happened([40, 'fault']));
  });

  test('has the message that tells of the end with the run that ended', () => {
    const run = happened([0, 'fault'], [8, 'sent'], [12, 'mended'], [20, 'resolved'], [21, 'resolved']);
    expect(lastRun(run)).toEqual(run);
  });
});
