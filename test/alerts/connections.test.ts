import { expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { connectionsExhausted } = packs.connections;
const { tooManyConnections } = packs.connectionCount;
const { databaseDown } = packs.postgres;
const { volumeSpaceLow } = packs.space;

test('connections of every state are divided by what the same server accepts', () => {
  expect(oneLine(connectionsExhausted)).toMatchInlineSnapshot(
    `"sum by (instance) (pg_stat_activity_count{namespace="canteen"}) / (max by (instance) (pg_settings_max_connections{namespace="canteen"}) > 0) > 0.9"`,
  );
});

test('connections of every state are counted for each server', () => {
  expect(oneLine(tooManyConnections)).toMatchInlineSnapshot(
    `"sum by (instance) (pg_stat_activity_count{namespace="canteen"}) > 100"`,
  );
});

test('how long a database may be down is the application to say', () => {
  expect([databaseDown.for, databaseDown.texts.en.description]).toEqual([
    '1m',
    expect.stringMatching(/^For more than 1 minute /),
  ]);
});

test('the space left is divided by the capacity of the same volume', () => {
  expect(oneLine(volumeSpaceLow)).toMatchInlineSnapshot(
    `"max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_available_bytes{namespace="canteen", persistentvolumeclaim="canteen-db"}) / (max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{namespace="canteen", persistentvolumeclaim="canteen-db"}) > 0) < 0.1"`,
  );
});
