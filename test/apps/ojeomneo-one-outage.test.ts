import { describe, expect, test } from '@jest/globals';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { firing, told } from './one-outage.js';

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
