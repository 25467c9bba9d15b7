import { describe, expect, test } from '@jest/globals';
import { misled } from '#rehearsal/page/misled.js';
import { estate } from '../estate.js';

const ojeomneo = estate.find(({ name }) => name === 'ojeomneo')!;
const told = (receiver: string, ...alerts: readonly string[]) => misled(ojeomneo, { receiver, alerts });

describe('a message', () => {
  test('at a receiver to which a route of its alert leads is well', () => {
    expect(told('ojeomneo/ojeomneo/slack-email', 'HighErrorRate')).toBeUndefined();
  });

  test('at a receiver to which none leads is not', () => {
    expect(told('ojeomneo/ojeomneo-pagerduty/everybody', 'HighErrorRate')).toBe(
      'No route of HighErrorRate leads to everybody.',
    );
  });

  test('of an alert that is not of the application says nothing', () => {
    expect(told('anybody', 'Watchdog')).toBeUndefined();
  });
});
