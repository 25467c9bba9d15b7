import { describe, test } from '@jest/globals';
import { packs as canteen } from './canteen.js';
import { firesOver, isQuietOver, type Written } from './over-series.js';
import { packs as shop } from './packs.js';

/** A counter that grows by so much in each minute. */
const growing = (perMinute: number): string => `0+${perMinute}x60`;

/** The same series once for each of several values of a label. */
const forEach = (label: string, values: readonly string[], series: Written): Written =>
  Object.fromEntries(
    values.flatMap((value) =>
      Object.entries(series).map(([name, numbers]) => [name.replace('{', `{${label}="${value}",`), numbers]),
    ),
  );

describe('what is scraped for two Services is counted once (mistake 44):', () => {
  const services = (series: Written): Written => forEach('service', ['kept', 'left-behind'], series);

  const container = 'namespace="canteen",pod="menu-6b5f-x2kqz",container="menu"';
  const limit = { [`kube_pod_container_resource_limits{${container},resource="cpu",unit="core"}`]: 1 };
  const cpu = (life: string, cores: number): Written =>
    services({
      [`container_cpu_usage_seconds_total{${container},id="/${life}",cpu="total"}`]: growing(60 * cores),
    });
  const { highCpuUsage } = canteen.cpu;
  test('CPU of the same nodes', async () => {
    await isQuietOver(highCpuUsage, { ...limit, ...cpu('one', 0.5) });
  });
  test('CPU of the same nodes, and both lives of a container are', async () => {
    await firesOver(highCpuUsage, { ...limit, ...cpu('one', 0.5), ...cpu('two', 0.4) });
  });

  const server = 'namespace="canteen",instance="10.0.0.7:9187"';
  const connections = (most: number): Written =>
    services({
      [`pg_stat_activity_count{${server},datname="canteen",state="idle"}`]: 60,
      [`pg_settings_max_connections{${server}}`]: most,
    });
  test('connections', async () => {
    await isQuietOver(canteen.connectionCount.tooManyConnections, connections(1000));
  });
  test('the share of connections that is taken', async () => {
    await isQuietOver(canteen.connections.connectionsExhausted, connections(100));
  });

  const queue = (messages: number): Written =>
    services({
      'rabbitmq_queue_messages_ready{namespace="canteen",instance="10.0.0.8:15692",vhost="/",queue="orders"}':
        messages,
    });
  test('messages of a queue', async () => {
    await isQuietOver(canteen.queues.queueTooLong, queue(600));
  });

  const disk = 'namespace="shop-prod",instance="10.0.0.9:9100",device="sda"';
  const operations = (perSecond: number): Written =>
    services({
      [`node_disk_reads_completed_total{${disk}}`]: growing(60 * perSecond),
      [`node_disk_writes_completed_total{${disk}}`]: growing(0),
    });
  test('what a disk completes', async () => {
    await isQuietOver(shop.hostIo.hostDiskBusy, operations(600));
  });

  const cache = 'namespace="canteen",instance="10.0.0.6:9121"';
  const lookups = (perMinute: number): Written =>
    services({
      [`redis_keyspace_hits_total{${cache}}`]: growing(0),
      [`redis_keyspace_misses_total{${cache}}`]: growing(perMinute),
    });
  test('look-ups of a cache, which are too few to mean anything', async () => {
    await isQuietOver(canteen.cache.redisCacheHitLow, lookups(8));
  });
});
