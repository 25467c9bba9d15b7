import { describe, expect, test } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Scenario } from '#alerts/scenario/scenario.js';
import { timeline } from '#proof/timeline.js';
import { packs } from '../alerts/packs.js';

const minutes = (count: number): number => count * 60;
const scenario: Scenario = { when: 'anything', series: [] };

describe('of an alert that looks back 5 minutes and has a `for` of 5', () => {
  const rule: AlertRule = packs.http.highErrorRate;

  test('all is well for the window and ten evaluations more before the fault', () => {
    expect(timeline(rule, scenario, 30).begins).toBe(minutes(10));
  });

  test('but for ten minutes more at the most', () => {
    expect(timeline(rule, scenario, 120).begins).toBe(minutes(16));
  });

  test('the fault lasts for the window, the `for` and ten evaluations more', () => {
    expect(timeline(rule, scenario, 30).ends).toBe(minutes(10 + 15));
  });

  test('the alert must have resolved a window and two evaluations after the fault', () => {
    expect(timeline(rule, scenario, 30).settled).toBe(minutes(25 + 5 + 1));
  });

  test('an alert that keeps firing is given that time too', () => {
    expect(timeline({ ...rule, keepFiringFor: '10m' }, scenario, 30).settled).toBe(minutes(41));
  });

  test('a scenario says how long its fault lasts', () => {
    expect(timeline(rule, { ...scenario, lasts: '90s' }, 30).ends).toBe(minutes(10) + 90);
  });

  test('everything happens on a scrape and on an evaluation, where neither divides the other', () => {
    const { step, begins, ends, settled } = timeline(rule.scraped('20s'), { ...scenario, lasts: '70s' }, 30);
    expect([step, ...[begins, ends, settled].map((time) => time % 60)]).toEqual([20, 0, 0, 0]);
  });

  test('everything happens on an evaluation', () => {
    const { begins, ends, settled } = timeline(rule, { ...scenario, lasts: '100s' }, 45);
    expect([begins, ends, settled].map((time) => time % 45)).toEqual([0, 0, 0]);
  });
});

describe('a fault that begins at a moment of the week', () => {
  const rule: AlertRule = packs.connections.noActiveConnections;
  const begins = (
    day: 'wednesday' | 'thursday' | 'friday',
    at: `${number}:${number}`,
    timeZone: string,
  ): number => timeline(rule, { ...scenario, begins: { day, at, timeZone } }, 30).begins / 3_600;

  test('is that moment of the first week, which begins on a Thursday in UTC', () => {
    expect(begins('friday', '12:00', 'Etc/UTC')).toBe(36);
  });

  test('is told in its time zone', () => {
    expect(begins('thursday', '10:00', 'Asia/Seoul')).toBe(1);
  });

  test('is a week later where it leaves no time to begin well', () => {
    expect(begins('thursday', '09:00', 'Asia/Seoul')).toBe(7 * 24);
  });

  test('is found before the first Thursday as the last day of the week', () => {
    expect(begins('wednesday', '01:00', 'Asia/Seoul')).toBe(5 * 24 + 16);
  });
});
