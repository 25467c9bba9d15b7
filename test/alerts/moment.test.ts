import { describe, expect, test } from '@jest/globals';
import { beforeOpening, wellWithin } from '#alerts/scenario/moment.js';
import { type Hours, hours } from '#alerts/rule/hours.js';

const working = hours({
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '15:30',
  timeZone: 'Asia/Seoul',
});
const on = (...days: Hours['days']): Hours => ({ ...working, days });

describe('before the hours begin', () => {
  test('is so many minutes earlier', () => {
    expect(beforeOpening(working, 20)).toEqual({ day: 'friday', at: '08:40', timeZone: 'Asia/Seoul' });
  });

  test('is late on the day before where they begin early', () => {
    const early = { ...on('monday'), from: '00:10' } as const;
    expect(beforeOpening(early, 20)).toEqual({ day: 'sunday', at: '23:50', timeZone: 'Asia/Seoul' });
  });
});

describe('well within the hours', () => {
  test('is an hour after the opening of the day that a test comes to first', () => {
    expect(wellWithin(working)).toEqual({ day: 'thursday', at: '10:00', timeZone: 'Asia/Seoul' });
  });

  test('is in the middle of short hours', () => {
    expect(wellWithin({ ...working, to: '10:00' }).at).toBe('09:30');
  });

  test('is on a day that has hours', () => {
    expect(wellWithin(on('monday', 'wednesday')).day).toBe('monday');
  });
});
