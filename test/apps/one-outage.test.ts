import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '../../application/alert-labels.js';
import { type Application, alertsOf } from '../../application/application.js';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { ofOperator } from '../../routing/alertmanager/operator.js';
import { type SimulatedAlert, simulate } from '../../routing/alertmanager/simulate.js';

const start = Date.UTC(2026, 5, 15, 3);
const minute = 60_000;

/** An alert of an application that fires from so many minutes after the outage began on, for the rest of an hour. */
const firing = (
  application: Application,
  name: string,
  after: number,
  labels: Readonly<Record<string, string>> = {},
): SimulatedAlert => {
  const rule = alertsOf(application).find((each) => each.name === name);
  if (!rule) throw new Error(`${application.name} has no alert ${name}`);
  return {
    labels: { ...alertLabels(application, rule).labels, ...labels },
    from: new Date(start + after * minute),
  };
};

/** By which alerts each integration is told, message by message. */
const told = (application: Application, alerts: readonly SimulatedAlert[], integration: string) =>
  simulate(ofOperator([application]), { alerts, until: new Date(start + 60 * minute) })
    .filter((each) => each.integration.integration === integration)
    .map(({ firing }) => firing.map(({ alertname }) => alertname));

const burning = ['Availability', 'ApiAvailability', 'ErrorRatio'].flatMap((slo) =>
  ['1h', '6h'].map((long) => `${slo}BudgetBurn${long}`),
);

describe('one outage of ojeomneo is one page', () => {
  const suffering = [
    firing(ojeomneo, 'HighErrorRate', 6),
    ...burning.map((name, i) => firing(ojeomneo, name, 3 + i)),
  ];

  test('where its server has no pod', () => {
    const outage = [firing(ojeomneo, 'PodDown', 2, { deployment: 'ojeomneo-server' }), ...suffering];
    expect(told(ojeomneo, outage, 'pagerduty')).toEqual([['PodDown']]);
  });

  test('where its database is down', () => {
    const outage = [firing(ojeomneo, 'DBDown', 2), ...suffering];
    expect(told(ojeomneo, outage, 'pagerduty')).toEqual([['DBDown']]);
  });

  test('where nobody knows why requests fail', () => {
    expect(told(ojeomneo, suffering, 'pagerduty').flat()).toEqual([
      'AvailabilityBudgetBurn1h',
      'AvailabilityBudgetBurn1h',
      'AvailabilityBudgetBurn6h',
    ]);
  });

  test('and what is bad enough to be told first is not told again', () => {
    const outage = [firing(ojeomneo, 'ErrorsSurging', 3), firing(ojeomneo, 'HighErrorRate', 7)];
    expect(told(ojeomneo, outage, 'slack')).toEqual([['ErrorsSurging']]);
  });

  test('and the admin without a pod hides nothing that requests to the server tell', () => {
    const outage = [firing(ojeomneo, 'PodDown', 2, { deployment: 'ojeomneo-admin' }), ...suffering];
    expect(told(ojeomneo, outage, 'pagerduty').flat()).toContain('AvailabilityBudgetBurn1h');
  });
});

test('Of ecoeco’s database nobody is told twice', () => {
  const outage = [
    firing(ecoeco, 'PostgreSQLDown', 2),
    firing(ecoeco, 'APIHighErrorRate', 7, { service: 'waste-api' }),
  ];
  expect(told(ecoeco, outage, 'slack')).toEqual([['PostgreSQLDown']]);
});
