import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { valueAt } from '#ground/field.js';
import { containerFile } from '#application/agent/fluent-bit/container-file.js';
import { fluentBitConfiguration } from '#application/agent/fluent-bit/configuration.js';
import { streamLabels } from '#logql/labels.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { streams } from '#application/agent/streams.js';
import { yamlOf } from '#ground/yaml.js';

const loki = { host: 'loki.monitoring.svc', port: 3100 };
const shop = fluentBit({ namespaces: ['shop', 'shop-staging'], loki });
/** What Fluent Bit reads, as it stands in the file. */
const read: unknown = parse(yamlOf(shop.configuration.value));
const part = (...field: readonly (string | number)[]): unknown => valueAt(read, ['pipeline', ...field, 0]);
const text = (value: unknown, field: string): string => String(valueAt(value, [field]));

const [input, output] = [part('inputs'), part('outputs')];

/** Where the kubelet links a container's log to. */
const file = (pod: string, namespace = 'shop', container = 'app'): string =>
  `/var/log/containers/${pod}_${namespace}_${container}-${'0f'.repeat(32)}.log`;

const groups = (path: string): Readonly<Record<string, string>> =>
  new RegExp(containerFile).exec(path)?.groups ?? {};

describe('the app of the pod', () => {
  test.each([
    ['ojeomneo-server-7d9c5b8f6d-x2k4p', 'ojeomneo-server', 'a Deployment'],
    ['ojeomneo-server-54b8c7f9d-x2k4p', 'ojeomneo-server', 'a Deployment with a short hash'],
    ['api-2-7d9c5b8f6d-x2k4p', 'api-2', 'a Deployment that ends in a number'],
    ['ojeomneo-redis-master-0', 'ojeomneo-redis-master', 'a StatefulSet'],
    ['kafka-12', 'kafka', 'a StatefulSet of many'],
    ['ojeomneo-fluent-bit-x7k2p', 'ojeomneo-fluent-bit', 'a DaemonSet'],
    ['migrate-2bqzl', 'migrate', 'a Job'],
    ['backup-29123456-w5xzt', 'backup', 'a CronJob'],
    ['web.canary-7d9c5b8f6d-x2k4p', 'web.canary', 'a Deployment with a dot in its name'],
    ['ojeomneo-admin', 'ojeomneo-admin', 'nobody'],
    ['etcd-master1', 'etcd-master1', 'the node itself'],
  ])('%s is %s: it is of %s', (pod, app) => {
    expect(groups(file(pod))).toMatchObject({ pod, app });
  });

  test('is told apart from namespace and container, which may have the same dashes', () => {
    expect(groups(file('api-7d9c5b8f6d-x2k4p', 'shop-prod', 'log-proxy'))).toEqual({
      pod: 'api-7d9c5b8f6d-x2k4p',
      app: 'api',
      namespace: 'shop-prod',
      container: 'log-proxy',
    });
  });
});

/** The tag that Fluent Bit gives the lines of a file: plugins/in_tail/tail_file.c. */
const tagOf = (path: string): string => {
  const found = new RegExp(text(input, 'tag_regex')).exec(path)?.groups ?? {};
  return text(input, 'tag').replace(/<(\w+)>/g, (_, name: string) => found[name] ?? '_');
};

/** What an option makes of a tag, for each name: `app=$TAG[3]` is its fourth part. */
const made = (option: string, tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text(output, option)
      .split(', ')
      .map((pair) => pair.split('='))
      .map(([name = '', value = '']) => [
        name,
        value.replace(/\$TAG\[(\d+)\]/, (_, i: string) => tag.split('.')[Number(i)] ?? ''),
      ]),
  );

describe('a line in Loki', () => {
  const tag = tagOf(file('shop-server-7d9c5b8f6d-x2k4p', 'shop', 'proxy'));

  test('has the labels app, namespace and level, and no others', () => {
    expect(made('labels', tag)).toEqual({ namespace: 'shop', app: 'shop-server', level: '$level' });
  });

  test('keeps what has many values as structured metadata', () => {
    expect(made('structured_metadata', tag)).toEqual({
      pod: 'shop-server-7d9c5b8f6d-x2k4p',
      container: 'proxy',
      stream: '$stream',
      request_id: '$request_id',
      trace_id: '$trace_id',
    });
  });

  test('is what the container wrote, without what was written around it', () => {
    expect([text(output, 'remove_keys'), text(output, 'drop_single_key')]).toEqual([
      'time, _p, level, stream, request_id, trace_id',
      'raw',
    ]);
  });
});

/** Whether a list of patterns, such as `*.log`, has one that matches. */
const chosen = (patterns: string, path: string): boolean =>
  patterns
    .split(',')
    .some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path));
const isRead = (path: string): boolean =>
  chosen(text(input, 'path'), path) && !chosen(text(input, 'exclude_path'), path);

describe('it reads', () => {
  test.each([
    [true, 'a container of its namespace', file('api-2bqzl')],
    [true, 'a container of its other namespace', file('api-2bqzl', 'shop-staging')],
    [false, 'a container of another namespace', file('api-2bqzl', 'bakery')],
    [false, 'a container of a namespace that begins as its own', file('api-2bqzl', 'shop-prod')],
    [false, 'itself', file('shop-fluent-bit-x7k2p', 'shop', shop.name)],
  ])('(%s) %s', (expected, _, path) => {
    expect(isRead(path)).toBe(expected);
  });
});

describe('the configuration', () => {
  test('reads as the value that was written', () => {
    expect(read).toEqual(fluentBitConfiguration(shop));
  });

  test('joins the traces of Go and of Python, beside what CRI parts', () => {
    expect([input, part('filters')].map((each) => text(each, 'multiline.parser'))).toEqual([
      'cri',
      'go, python',
    ]);
  });

  test('writes below its one directory only', () => {
    const paths = [valueAt(read, ['service', 'storage.path']), valueAt(input, ['db'])];
    expect(paths.filter((path) => !String(path).startsWith(`${shop.state}/`))).toEqual([]);
  });

  test('gives up nothing while Loki is away, and takes no more disk and memory than it is told', () => {
    expect([output, input, valueAt(read, ['service'])]).toMatchObject([
      { retry_limit: 'no_limits', 'storage.total_limit_size': '256M' },
      { 'storage.type': 'filesystem' },
      { 'storage.max_chunks_up': 16 },
    ]);
  });

  test('sends to Loki', () => {
    expect(output).toMatchObject({ name: 'loki', ...loki });
  });

  test('answers where the agent is asked whether it lives', () => {
    expect(valueAt(read, ['service'])).toMatchObject({
      http_server: true,
      health_check: true,
      http_port: shop.health.port,
    });
  });
});

describe('streams', () => {
  test('are selected by labels that the agent sets', () => {
    const labels = [
      ...streams(shop, { namespace: 'shop', app: 'api', level: 'error' }).matchAll(/(\w+)=/g),
    ].map(([, name]) => name);
    expect(labels).toEqual(streamLabels);
  });

  test.each([
    [streams(fluentBit({ namespaces: ['shop'], loki })), '{namespace="shop"}'],
    [streams(shop), '{namespace=~"shop|shop-staging"}'],
    [streams(shop, { namespace: 'shop' }), '{namespace="shop"}'],
    [streams(shop, { app: 'shop-server' }), '{namespace=~"shop|shop-staging", app="shop-server"}'],
  ])('%s', (selector, expected) => {
    expect(selector).toBe(expected);
  });
});

test('what can be no namespace, host or port is refused, all at once', () => {
  expect(() => fluentBit({ namespaces: ['Shop'], loki: { host: 'http://loki', port: 0 } })).toThrow(
    `fluentBit: 3 faults
  namespaces: 'Shop' is not a namespace; write at most 63 lower-case letters, digits and -
  loki.host: 'http://loki' is no host; write its name alone, e.g. loki.monitoring.svc
  loki.port: 0 is no port; write e.g. 3100`,
  );
});
