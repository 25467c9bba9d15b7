import { describe, expect, test } from '@jest/globals';
import { imported } from '#alerts/imported/imported.js';
import { importedRecord } from '#alerts/imported/record.js';
import { present } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { unproven } from '#alerts/scenario/standing.js';
import { everyAlertKeepsToItsNamespace } from '#laws/environment.js';
import { asHeld } from '#laws/laws.js';
import { uniqueRecords } from '#laws/names.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { asWritten } from '#promql/vector/as-written.js';
import { value } from '#promql/vector/select.js';
import { shop, tooMany, unwatched } from '../synth/estate/shop.js';

const foreign = gauge('node_load1', { help: 'Load' });
const load = asWritten('node_load1', { metrics: [catalog({ foreign })] });
const proof = unproven('it is an example');
const theirs = () => imported('LoadHigh', { when: present(load), proof });
const own = () => tooMany('TooMuchLoad', sum(value(foreign.where({ namespace: 'shop-prod' }))));

const told = (
  packs: readonly Readonly<Record<string, ReturnType<typeof theirs>>>[],
  law = everyMetricIsScraped,
) =>
  asHeld(law)({
    applications: [unwatched(shop({ groups: [group('load', { interval: '30s', packs })] }))],
    objects: [],
  });

describe('a law on what rules read', () => {
  test('only tells of an alert that was written elsewhere', () => {
    expect(told([{ theirs: theirs() }])).toEqual([
      expect.objectContaining({ code: 'no-such-metric', isHint: true }),
    ]);
  });

  test('holds one of ours beside it to what it says', () => {
    expect(
      told([{ own: own(), theirs: theirs() }]).map(({ isHint = false, why }) => [isHint, why.slice(0, 11)]),
    ).toEqual([
      [false, 'TooMuchLoad'],
      [true, 'LoadHigh re'],
    ]);
  });

  test('only tells of its namespace', () => {
    expect(told([{ theirs: theirs() }], everyAlertKeepsToItsNamespace).map(({ isHint }) => isHint)).toEqual([
      true,
    ]);
  });

  test('only tells of a recording rule that was written elsewhere', () => {
    const records = [importedRecord('load', load)];
    const groups = [group('load', { interval: '30s', packs: [], records })];
    const faults = asHeld(everyMetricIsScraped)({ applications: [unwatched(shop({ groups }))], objects: [] });
    expect(faults.map(({ isHint }) => isHint)).toEqual([true]);
  });
});

test('Two rules may record one name with labels of their own', () => {
  const recorded = (quantile: string) => importedRecord('load', load, { labels: { quantile } });
  const faultsOf = (...quantiles: readonly string[]) => {
    const groups = [group('load', { interval: '30s', packs: [], records: quantiles.map(recorded) })];
    return uniqueRecords({ applications: [shop({ groups })], objects: [] });
  };
  expect([faultsOf('0.5', '0.9').length, faultsOf('0.5', '0.5').length]).toEqual([0, 1]);
});
