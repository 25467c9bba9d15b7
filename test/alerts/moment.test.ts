import { describe, expect, test } from '@jest/globals';
import { dayOff, night, wellWithin } from '../../alerts/scenario/moment.js';
import { type Hours, hours } from '../../alerts/rule/hours.js';

const working = hours({
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '15:30',
  timeZone: 'Asia/Seoul',
});
const on = (...days: Hours['days']): Hours => ({ ...working, days });

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

describe('a night', () => {
  test('lasts from the closing to the opening of the next day', () => {
    expect(night(working)).toEqual({
      begins: { day: 'thursday', at: '15:30', timeZone: 'Asia/Seoul' },
      minutes: 1050,
    });
  });

  test('lies between two days that follow each other', () => {
    expect(night(on('thursday', 'sunday', 'monday'))?.begins.day).toBe('sunday');
  });

  test('is none where no two days do', () => {
    expect(night(on('monday', 'wednesday'))).toBeUndefined();
  });

  test('is none where the hours never end', () => {
    expect(night({ ...working, from: '00:00', to: '24:00' })).toBeUndefined();
  });
});

describe('a day off', () => {
  test('is the first after the days with hours', () => {
    expect(dayOff(working)).toEqual({ day: 'saturday', at: '09:00', timeZone: 'Asia/Seoul' });
  });

  test('is none where every day has hours', () => {
    expect(
      dayOff(on('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday')),
    ).toBeUndefined();
  });
});
