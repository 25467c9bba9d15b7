import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
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

test('The interval of a group is over 0s: Prometheus would take its own (mistake 31)', () => {
  expect(() => group('shop', { interval: '0s', packs: [packs.http] })).toThrow(
    "rule group shop: interval: evaluations without time between are none: Prometheus takes 0s for its own interval; write e.g. '30s'",
  );
});

describe('the name of a group', () => {
  const made = (name: string) => () => group(name, { interval: '30s', packs: [packs.http] });

  test.each(['web/api', '../../x', '', 'web api', '웹', 'web\n'])(
    'is refused as %j, which is no file',
    (name) => {
      expect(made(name)).toThrow(
        `rule group ${name}: a file is called after it; write letters, digits, ., _ and - only`,
      );
    },
  );

  test.each(['web', 'web-api', 'Web_api.v2'])('may be %s', (name) => {
    expect(made(name)).not.toThrow();
  });
});
