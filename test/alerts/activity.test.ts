import { describe, expect, test } from '@jest/globals';
import { connectionAlerts, workAlerts } from '../../alerts/activity.js';
import { hours } from '../../alerts/rule/hours.js';
import { called } from '../../alerts/text/subject.js';
import { counter, gauge } from '../../promql/metric/declare.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { nothingDone } = packs.work;
const { noActiveConnections } = packs.connections;

test('work is expected from a window after the opening on (pitfall 14)', () => {
  expect(oneLine(nothingDone)).toMatchInlineSnapshot(
    `"(sum(increase(shop_orders_total{namespace="shop-prod"}[10m])) or vector(0)) == 0 and on () (hour() * 60 + minute() >= 10 and hour() * 60 + minute() < 390 and day_of_week() >= 1 and day_of_week() <= 5)"`,
  );
});

test('connections are expected from the opening on (pitfall 14)', () => {
  expect(oneLine(noActiveConnections)).toMatchInlineSnapshot(
    `"(sum(shop_sessions{namespace="shop-prod"}) or vector(0)) == 0 and on () (hour() * 60 + minute() < 390 and day_of_week() >= 1 and day_of_week() <= 5)"`,
  );
});

test('the texts tell the hours of the application, not those of the expression', () => {
  expect(nothingDone.texts.en.description).toContain('between 09:00–15:30 Asia/Seoul');
});

describe('an application that works on Sundays only', () => {
  const activity = {
    what: { ko: '건', en: 'things' },
    during: hours({ days: ['sunday'], from: '00:00', to: '24:00', timeZone: 'Etc/UTC' }),
  };
  const metrics = {
    done: counter('things_total', { help: 'Things done' }),
    connections: gauge('connections', { help: 'Connections' }),
  };

  test('has no night between two days to prove anything in', () => {
    const { nothingDone } = workAlerts(called('Shop'), metrics, activity);
    expect(nothingDone.quiet.filter(({ when }) => when.includes('overnight'))).toEqual([]);
  });

  test('is proven on another day to be left alone', () => {
    const { noActiveConnections } = connectionAlerts(called('Shop'), metrics, activity);
    expect(noActiveConnections.quiet.at(-1)?.begins).toEqual({
      day: 'friday',
      at: '00:00',
      timeZone: 'Etc/UTC',
    });
  });
});
