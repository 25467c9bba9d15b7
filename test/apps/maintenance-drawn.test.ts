import { expect, test } from '@jest/globals';
import { panelsIn } from '#dashboards/row.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { drawnOn } from './drawn-by-hand.js';

test.each([
  [
    'API Performance',
    ['HighErrorRate', 'HighLatency', 'TooManyRequestsInFlight', 'ServiceDown', 'TargetDown', 'HostCpuHigh'],
  ],
  [
    'Website Performance',
    [
      ...['SlowFirstContentfulPaint', 'SlowTimeToInteractive', 'TooManySessions', 'HighBounceRate'],
      ...['LowLighthouseScore', 'SlowSpeedIndex', 'LargeBundle', 'HeavyImages', 'LighthouseResultsMissing'],
    ],
  ],
] as const)('%s draws over time what its alerts watch', (title, alerts) => {
  expect(drawnOn(maintenance, title)).toEqual(expect.arrayContaining([...alerts]));
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
