import { describe, expect, test } from '@jest/globals';
import { noActiveConnections } from '#alerts/activity/no-active-connections.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { hours } from '#alerts/rule/hours.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

test('work is expected from a window after the opening on (mistake 14)', () => {
  expect(oneLine(packs.work.nothingDone)).toMatchInlineSnapshot(
    `"(sum(increase(shop_orders_total{namespace="shop-prod"}[10m])) or vector(0)) == 0 unless on () (group(present_over_time(up{namespace="shop-prod"}[15m])) unless group(present_over_time(up{namespace="shop-prod"}[1m] offset 10m))) and on () (hour() * 60 + minute() >= 10 and hour() * 60 + minute() < 390 and day_of_week() >= 1 and day_of_week() <= 5)"`,
  );
});

test('connections are expected from the opening on (mistake 14)', () => {
  expect(oneLine(packs.connections.noActiveConnections)).toMatchInlineSnapshot(
    `"(sum(last_over_time(shop_sessions{namespace="shop-prod"}[2m])) or vector(0)) == 0 and on () (hour() * 60 + minute() < 390 and day_of_week() >= 1 and day_of_week() <= 5)"`,
  );
});

test('the texts tell the hours of the application, not those of the expression', () => {
  expect(packs.work.nothingDone.texts.en?.description).toContain('between 09:00–15:30 Asia/Seoul');
});

describe('for an application that works on Sundays only', () => {
  const during = hours({ days: ['sunday'], from: '00:00', to: '24:00', timeZone: 'Etc/UTC' });
  const activity = { what: { ko: '건', en: 'things' }, during };
  const day = 24 * 60 * 60;
  const ofTheWeek = (alert: AlertRule) =>
    alert.scenarios().fires.flatMap(({ firesIn }) => (firesIn ? [firesIn] : []));

  test('connections are missed all Sunday, once for is over, and on no other day', () => {
    const connections = gauge('connections', { help: 'Connections' });
    expect(ofTheWeek(noActiveConnections(called('Shop'), { connections }, activity))).toEqual([
      [{ from: 6 * day + 5 * 60, to: 7 * day }],
    ]);
  });

  test('work is missed all Sunday, once its window and for are over, and on no other day', () => {
    const done = counter('things_total', { help: 'Things done' });
    expect(ofTheWeek(nothingDone(called('Shop'), { done, up: scrapeMetrics.up }, activity))).toEqual([
      [{ from: 6 * day + 10 * 60 + 2 * 60, to: 7 * day }],
    ]);
  });
});

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  const during = hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Etc/UTC' });
  const payments = { what: { ko: '결제', en: 'payments' }, during };
  const impact = { ko: '가게가 돈을 받지 못합니다.', en: 'The shop takes no money.' };
  const metrics = { done: counter('payments_total', { help: 'Payments' }), up: scrapeMetrics.up };
  const connections = gauge('tills', { help: 'Tills' });

  test('what it means is said of what the application counts, and of no other (mistake 54)', () => {
    const { runbook } = nothingDone(called('Shop'), metrics, payments);
    expect(runbook[language]?.impact).toContain(payments.what[language]);
  });

  test.each([
    ['work', nothingDone(called('Shop'), metrics, { ...payments, impact })],
    ['connections', noActiveConnections(called('Shop'), { connections }, { ...payments, impact })],
  ])('what is lost without %s the application says itself', (_, { runbook }) => {
    expect(runbook[language]?.impact).toBe(impact[language]);
  });
});
