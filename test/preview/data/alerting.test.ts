import { describe, expect, test } from '@jest/globals';
import { statesOf } from '#preview/data/alerting.js';

const evaluations = [0, 30, 60, 90, 120, 150, 180, 210];
const told = (holds: readonly number[], waits: { for: number; keeps: number }): string =>
  statesOf(new Set(holds), evaluations, waits)
    .map(({ at, state, since }) => `${at} ${state} since ${since}`)
    .join(', ');

describe('What an alert is at each evaluation', () => {
  test('without waiting it fires as soon as its expression has a value', () => {
    expect(told([60], { for: 0, keeps: 0 })).toBe('60 firing since 60');
  });

  test('it is pending until its expression has had a value for as long as it waits', () => {
    expect(told([30, 60, 90], { for: 60, keeps: 0 })).toBe(
      '30 pending since 30, 60 pending since 30, 90 firing since 30',
    );
  });

  test('one evaluation without a value begins the wait anew', () => {
    expect(told([0, 60], { for: 60, keeps: 0 })).toBe('0 pending since 0, 60 pending since 60');
  });

  test('it goes on for as long as it is to once its expression has no value', () => {
    expect(told([0], { for: 0, keeps: 60 })).toBe('0 firing since 0, 30 firing since 0, 60 firing since 0');
  });

  test('a value that comes back while it goes on has it fire since it first did', () => {
    expect(told([0, 60], { for: 0, keeps: 60 })).toBe(
      '0 firing since 0, 30 firing since 0, 60 firing since 0, 90 firing since 0, 120 firing since 0',
    );
  });
});
