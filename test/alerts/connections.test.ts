import { describe, expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';
import { firesOver, isQuietOver } from './over-series.js';

const { connectionsExhausted } = packs.connections;
const { tooManyConnections } = packs.connectionCount;
const { databaseDown } = packs.postgres;
const { volumeSpaceLow } = packs.space;

test('connections of every state are divided by what clients can have of the same server', () => {
  expect(oneLine(connectionsExhausted)).toMatchInlineSnapshot(
    `"max by (instance) (last_over_time(sum by (instance, job, service) (pg_stat_activity_count{namespace="canteen"})[2m:15s])) / (max by (instance) (last_over_time(pg_settings_max_connections{namespace="canteen"}[2m])) - (max by (instance) (last_over_time(pg_settings_superuser_reserved_connections{namespace="canteen"}[2m])) + max by (instance) (last_over_time(pg_settings_reserved_connections{namespace="canteen"}[2m])) or max by (instance) (last_over_time(pg_settings_superuser_reserved_connections{namespace="canteen"}[2m])) or max by (instance) (last_over_time(pg_settings_max_connections{namespace="canteen"}[2m])) * 0) > 0) > 0.9"`,
  );
});

test('connections of every state are counted for each server', () => {
  expect(oneLine(tooManyConnections)).toMatchInlineSnapshot(
    `"max by (instance) (last_over_time(sum by (instance, job, service) (pg_stat_activity_count{namespace="canteen"})[2m:15s])) > 100"`,
  );
});

test('how long a database may be down is the application to say', () => {
  expect([databaseDown.for, databaseDown.texts.en?.description]).toEqual([
    '1m',
    expect.stringMatching(/^For more than 1 minute /),
  ]);
});

test('the space left is divided by the capacity of the same volume', () => {
  expect(oneLine(volumeSpaceLow)).toMatchInlineSnapshot(
    `"max by (namespace, persistentvolumeclaim) (last_over_time(kubelet_volume_stats_available_bytes{namespace="canteen", persistentvolumeclaim="canteen-db"}[2m])) / (max by (namespace, persistentvolumeclaim) (last_over_time(kubelet_volume_stats_capacity_bytes{namespace="canteen", persistentvolumeclaim="canteen-db"}[2m])) > 0) < 0.1"`,
  );
});

describe('of a PostgreSQL that accepts 25 connections and keeps three for superusers', () => {
  const server = '{namespace="canteen",instance="10.0.0.7:9187"}';
  const connected = (connections: number, settings: Readonly<Record<string, number>> = {}) => ({
    [`pg_stat_activity_count${server}`]: connections,
    [`pg_settings_max_connections${server}`]: 25,
    [`pg_settings_superuser_reserved_connections${server}`]: 3,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${name}${server}`, value])),
  });
  const forRoles = (reserved: number) => ({ pg_settings_reserved_connections: reserved });

  test('21 are nearly all that clients can have, before PostgreSQL 16 (mistake 35)', async () => {
    await firesOver(connectionsExhausted, connected(21));
  });

  test('the same since, where none are kept for roles', async () => {
    await firesOver(connectionsExhausted, connected(21, forRoles(0)));
  });

  test('16 are, where five are kept for roles', async () => {
    await firesOver(connectionsExhausted, connected(16, forRoles(5)));
  });

  test('19 are not', async () => {
    await isQuietOver(connectionsExhausted, connected(19));
  });
});
