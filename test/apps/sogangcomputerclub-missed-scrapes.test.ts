import { describe, expect, test } from '@jest/globals';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import { firing } from '../incidents/firing.js';

const values = (of: readonly (string | number)[]): string => of.join(' ');

describe('with one scrape in sixteen failing (mistake 32)', () => {
  /** Every sixteenth scrape ends a series, as Prometheus does where it fails. */
  const failingNowAndThen = (value: number): string =>
    values(Array.from({ length: 64 }, (_, i) => (i % 16 === 15 ? 'stale' : value)));
  const disk =
    '{namespace="sogangcomputerclub", service="node-exporter", job="node", instance="m", device="/dev/sda1", fstype="ext4", mountpoint="/"}';
  const up = values(Array.from({ length: 64 }, (_, i) => (i % 16 === 15 ? 0 : 1)));
  const nearlyFull = {
    interval: '15s',
    series: {
      [`node_filesystem_avail_bytes${disk}`]: failingNowAndThen(2),
      [`node_filesystem_size_bytes${disk}`]: failingNowAndThen(100),
      [`node_filesystem_readonly${disk}`]: failingNowAndThen(0),
      ...Object.fromEntries(
        ['node', 'postgres', 'redis', 'nginx', 'fastapi'].map((job) => [
          `up{namespace="sogangcomputerclub", job="${job}", instance="m"}`,
          job === 'node' ? up : '1x63',
        ]),
      ),
    },
  };

  test('a full disk is told as soon as without', async () => {
    const [before, after] = await firing(sogangcomputerclub, nearlyFull, ['4m45s', '5m15s']);
    expect([before, after]).toEqual([[], ['critical HostDiskSpaceLow']]);
  });

  test('it is told as long as it is full', async () => {
    const moments = ['7m45s', '8m', '11m45s', '12m', '15m45s'];
    expect(await firing(sogangcomputerclub, nearlyFull, moments)).toEqual(
      moments.map(() => ['critical HostDiskSpaceLow']),
    );
  });
});
