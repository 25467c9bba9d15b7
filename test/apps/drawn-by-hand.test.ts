import { expect, test } from '@jest/globals';
import { type Application, alertsOf } from '#application/application.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { panelsIn } from '#dashboards/row.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';

/** The alerts that a dashboard draws over time, but for those that the library adds. */
const drawnOn = (application: Application, title: string): readonly string[] =>
  panelsIn(application.dashboards.find((each) => each.title === title)?.panels ?? [])
    .filter(({ key }) => !key.startsWith('alert-'))
    .flatMap(drawnAlerts(alertsOf(application)))
    .map(({ name }) => name);

test.each([
  [
    ojeomneo,
    'Overview',
    ['HighErrorRate', 'ErrorsSurging', 'HighLatency', 'LatencySurging', 'PodDown', 'HighMemory'],
  ],
  [ojeomneo, 'API Performance', ['HighErrorRate', 'ErrorsSurging', 'HighLatency', 'LatencySurging']],
  [
    maintenance,
    'API Performance',
    ['HighErrorRate', 'HighLatency', 'TooManyRequestsInFlight', 'ServiceDown', 'TargetDown', 'HostCpuHigh'],
  ],
  [
    maintenance,
    'Website Performance',
    [
      ...['SlowFirstContentfulPaint', 'SlowTimeToInteractive', 'TooManySessions', 'HighBounceRate'],
      ...['LowLighthouseScore', 'SlowSpeedIndex', 'LargeBundle', 'HeavyImages', 'LighthouseResultsMissing'],
    ],
  ],
] as const)('$name: $1 draws over time what its alerts watch', (application, title, alerts) => {
  expect(drawnOn(application, title)).toEqual(expect.arrayContaining([...alerts]));
});

/** What a panel of maintenance's API page asks. */
const queriesOf = (title: string): readonly string[] =>
  panelsIn(maintenance.dashboards.find((each) => each.title === 'API Performance')?.panels ?? [])
    .filter((panel) => panel.title === title)
    .flatMap(({ queries }) => queries.map(({ expr }) => JSON.stringify(expr)));

test('ordinary 404s are no part of the error rate of maintenance', () => {
  expect(queriesOf('Error Rate').filter((query) => query.includes('4.'))).toEqual([]);
});

test('they are drawn apart, by their status', () => {
  expect(queriesOf('Errors by HTTP Status').filter((query) => query.includes('4..'))).toHaveLength(1);
});
