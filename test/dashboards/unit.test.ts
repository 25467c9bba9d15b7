import { describe, expect, test } from '@jest/globals';
import * as units from '@grafana/grafana-foundation-sdk/units';
import { displayUnit } from '#dashboards/unit.js';

describe('a unit of PromQL is shown by Grafana', () => {
  test.each([
    ['ratio', 'percentunit'],
    ['seconds', 's'],
    ['bytes', 'bytes'],
    ['bytesPerSecond', 'binBps'],
    ['perSecond', 'cps'],
    ['count', 'short'],
    ['cores', 'short'],
    ['timestamp', 'dateTimeFromNow'],
    ['boolean', 'bool_yes_no'],
    ['won', 'currency:financial:₩'],
  ] as const)('%s as %s', (unit, shown) => {
    expect(displayUnit(unit)).toBe(shown);
  });
});

test('bytes are counted in powers of 1024, as alert texts count them', () => {
  expect([displayUnit('bytes'), displayUnit('bytesPerSecond')]).toEqual([
    units.BytesIEC,
    units.BytesPerSecondIEC,
  ]);
});
