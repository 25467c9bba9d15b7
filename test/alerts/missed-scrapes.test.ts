import { expect, test } from '@jest/globals';
import { alertsOf } from '#alerts/rule/pack.js';
import { packs } from './packs.js';
import { availability } from './slo/table.js';

const alerts = Object.values(packs).flatMap((pack) => alertsOf(pack));

test.each(alerts.map((alert) => [alert.name, alert] as const))(
  '%s is proven while one scrape in ten fails (mistake 32)',
  (_, alert) => {
    const { fires, quiet } = alert.scenarios();
    expect([...fires, ...quiet].filter(({ scrapesFail }) => scrapesFail)).not.toHaveLength(0);
  },
);

test('So is what all alerts of an objective read', () => {
  const { burn1h } = availability.alerts;
  expect(burn1h.scenarios().fires.filter(({ scrapesFail }) => scrapesFail)).toHaveLength(1);
});
