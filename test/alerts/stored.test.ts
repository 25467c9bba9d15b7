import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { mutate } from '#proof/mutate/mutate.js';
import { type Placed, placedIn, proveAlerts } from '#proof/prove-estate.js';
import { newestPromtool, programOf } from '#proof/tools/tool.js';
import { isAtLeast } from '#proof/tools/version.js';
import type { Storage } from '#promql/metric/storage.js';
import { oneLine } from './one-line.js';
import { bistro } from './stored.js';

const context = { application: 'bistro', namespace: 'bistro', language: 'en' } as const;
const newest = await newestPromtool();
const inUse = await programOf('promtool');
const tellsNative = isAtLeast(newest.version, '3.0');

const refusals = async (alerts: readonly Placed[], promtool = newest): Promise<readonly string[]> =>
  (await proveAlerts(alerts, { promtool })).map(({ refused }) => refused.join('\n'));

describe.each<Storage>(['classic', 'native', 'native with custom buckets'])(
  'over %s histograms each pack and an objective',
  (stored) => {
    const alerts = placedIn(bistro(stored).groups, context);
    const refused = new Map<string, string>();
    beforeAll(async () => {
      (await refusals(alerts)).forEach((why, i) =>
        alerts.slice(i, i + 1).forEach(({ alert }) => refused.set(alert.name, why)),
      );
    }, 180_000);

    test.each(alerts.map(({ alert }) => alert.name))('are proven: %s', (name) => {
      // A promtool that is older than native histograms proves nothing of them, and says so.
      const expected =
        stored === 'classic' || tellsNative
          ? ''
          : expect.stringContaining('its series are native histograms');
      expect(refused.get(name)).toEqual(expected);
    });
  },
);

describe('a promtool that does not know native histograms', () => {
  const old = { ...inUse, version: { text: '2.42.0', major: 2, minor: 42 } };
  const [slow] = placedIn(bistro('native').groups, context);

  test('proves nothing of them, and says which will do', async () => {
    expect(await refusals(slow ? [slow] : [], old)).toEqual([
      'Promtool 2.42.0 cannot prove it: it needs promtool ≥ 3.0, because its series are native histograms. Choose a newer one: cheomseong prove --promtool newest, or PROMTOOL=…/promtool.',
    ]);
  });

  test('tries no mutant of them either', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mutations-'));
    const tried = mutate(slow ? [slow] : [], { promtool: old, keptIn: folder }).finally(() =>
      rm(folder, { recursive: true }),
    );
    await expect(tried).rejects.toThrow('its series are native histograms');
  });
});

describe('an alert on how long requests take reads', () => {
  test('a native histogram by the share under its limit', () => {
    expect(oneLine(bistro('native').slow.highLatency)).toMatchInlineSnapshot(
      `"1 - histogram_fraction(-Inf, 1, sum(rate(bistro_request_duration_seconds{namespace="bistro", path!="/health"}[5m]))) > 0.05 and histogram_count(sum(rate(bistro_request_duration_seconds{namespace="bistro", path!="/health"}[5m]))) > 0.05"`,
    );
  });

  test('one with custom buckets alike, at an edge', () => {
    expect(oneLine(bistro('native with custom buckets').slow.highLatency)).toBe(
      oneLine(bistro('native').slow.highLatency),
    );
  });
});
