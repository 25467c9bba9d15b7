import { describe, expect, test } from '@jest/globals';
import { group } from '../../../alerts/rule/group.js';
import { packs } from '../packs.js';

describe('the alerts of a group concern', () => {
  const componentsOf = (component?: string) =>
    group('shop', {
      interval: '30s',
      packs: [packs.http, packs.postgres],
      ...(component !== undefined && { component }),
    }).alerts.map((alert) => `${alert.name} ${alert.component}`);

  test('the part of the application that it says, unless they say another', () => {
    expect(componentsOf('web')).toEqual(['HighErrorRate web', 'HighLatency web', 'DatabaseDown database']);
  });

  test('the application as a whole where nobody says', () => {
    expect(componentsOf()).toContain('HighErrorRate undefined');
  });
});
