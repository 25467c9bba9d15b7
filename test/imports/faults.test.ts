import { describe, expect, test } from '@jest/globals';
import { fieldText } from '#ground/field.js';
import { manifestFaults } from '#imports/kinds.js';

const metadata = { name: 'observer' };
const monitor = (endpoint: object, more: object = {}) => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata,
  spec: {
    selector: { matchLabels: { 'app.kubernetes.io/name': 'observer' } },
    endpoints: [endpoint],
    ...more,
  },
});
const alertmanager = (spec: object) => ({
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata,
  spec,
});
const configMap = (data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
const service = (more: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { ...metadata, ...more },
  spec: {},
});

/** Each fault as one line: where, what, why, what instead. */
const faults = (manifest: Parameters<typeof manifestFaults>[0]) =>
  manifestFaults(manifest).map(({ field, what, why, cure }) =>
    [fieldText(field), what, why, cure].join(' | '),
  );

test('a manifest that follows its schema has no fault', () => {
  expect(faults(monitor({ port: 'http', interval: '30s', params: { 'any[]': ['x'] } }))).toEqual([]);
});

describe('a fault says where, what, why and what instead', () => {
  test.each([
    [
      'a typo',
      monitor({ prot: 'http' }),
      'spec.endpoints[0].prot | "http" | ServiceMonitor has no such field here | write port',
    ],
    [
      'a field that is like no other',
      monitor({ relabelings: [{ whatever: 1 }] }),
      'spec.endpoints[0].relabelings[0].whatever | 1 | ServiceMonitor has no such field here | write one of: action, modulus, regex, replacement, separator, sourceLabels, targetLabel',
    ],
    [
      'a wrong type',
      monitor({ port: 8000 }),
      'spec.endpoints[0].port | 8000 | must be string | write a string',
    ],
    [
      'a field of two types',
      monitor({ targetPort: {} }),
      'spec.endpoints[0].targetPort | {} | must be string or integer | write a string or integer',
    ],
    [
      'a value outside a closed set',
      monitor({ scheme: 'ftp' }),
      'spec.endpoints[0].scheme | "ftp" | must be equal to one of the allowed values | write one of: http, https, HTTP, HTTPS',
    ],
    [
      'a missing field',
      alertmanager({ receivers: [{}] }),
      'spec.receivers[0].name |  | is missing | add name',
    ],
    [
      'an empty list',
      alertmanager({ receivers: [{ name: 'a', slackConfigs: [{ fields: [] }] }] }),
      'spec.receivers[0].slackConfigs[0].fields | [] | must NOT have less than 1 item | list at least 1',
    ],
    [
      'a kind without a model',
      { apiVersion: 'batch/v1', kind: 'CronJob' },
      `kind | "CronJob" | no model checks batch/v1 CronJob | import CronJob from 'kubernetes-models/batch/v1/CronJob' and list kind(CronJob) in imports/kinds.ts, or put it into a chart of your own`,
    ],
    [
      'a key that no ConfigMap takes',
      configMap({ 'a b.json': '' }),
      'data["a b.json"] | a b.json | is not a key that a Secret or a ConfigMap may have | write letters, digits, -, _ and .',
    ],
    [
      'a name in capitals',
      { ...configMap({}), metadata: { name: 'Observer' } },
      'metadata.name | "Observer" | is not a name that Kubernetes takes | write lower-case letters, digits, - and .',
    ],
    [
      'a name of a Service with a digit first',
      service({ name: '7eleven' }),
      'metadata.name | "7eleven" | is not a name that a Service may have | write at most 63 lower-case letters, digits and -, a letter first',
    ],
    [
      'a label that nothing can have, by which others are found',
      monitor({ port: 'http' }, { selector: { matchLabels: { app: 'my shop/x' } } }),
      'spec.selector.matchLabels.app | "my shop/x" | is not a value that a label may have | write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends; longer texts are annotations',
    ],
    [
      'a name of a port that no Service has',
      {
        ...service({}),
        spec: {
          ports: [
            { name: 'http', port: 80 },
            { name: 'HTTP_2', port: 81 },
          ],
        },
      },
      'spec.ports[1].name | "HTTP_2" | is not a name that a port may have | write at most 63 lower-case letters, digits and -, a letter among them',
    ],
    [
      'a port that is none',
      { ...service({}), spec: { ports: [{ name: 'http', port: 80, targetPort: 70_000 }] } },
      'spec.ports[0].targetPort | 70000 | is no port | write a whole number from 1 to 65535',
    ],
  ])('%s', (_, manifest, line) => {
    expect(faults(manifest)).toEqual([line]);
  });

  test('a duration that Prometheus does not know', () => {
    expect(manifestFaults(monitor({ interval: '30 seconds' }))).toMatchObject([
      {
        field: ['spec', 'endpoints', 0, 'interval'],
        what: '"30 seconds"',
        cure: 'write a duration, such as 30s, 5m or 1h30m',
      },
    ]);
  });

  test('a ConfigMap of more than 1 MiB', () => {
    expect(manifestFaults(configMap({ a: 'x'.repeat(1_048_576) }))).toMatchObject([
      { field: ['data'], why: 'holds 1048577 bytes, more than the 1048576 of a ConfigMap' },
    ]);
  });
});

test('all faults of an object are reported together', () => {
  const wrong = monitor({ prot: 'http', scheme: 'ftp', honorLabels: 'yes' }, { labels: {} });
  expect(manifestFaults(wrong).map(({ field }) => fieldText(field))).toEqual([
    'spec.endpoints[0].honorLabels',
    'spec.endpoints[0].scheme',
    'spec.labels',
    'spec.endpoints[0].prot',
  ]);
});

test('an object that stands in two places is checked in both', () => {
  const endpoint = { prot: 'http' };
  const twice = monitor(endpoint, { endpoints: [endpoint, endpoint] });
  expect(manifestFaults(twice).map(({ field }) => fieldText(field))).toEqual([
    'spec.endpoints[0].prot',
    'spec.endpoints[1].prot',
  ]);
});

describe('labels', () => {
  test.each([['오점너'], ['-a'], ['a b'], ['x'.repeat(64)]])('refuse the value %j', (value) => {
    expect(manifestFaults(service({ labels: { app: value } }))).toMatchObject([
      { what: JSON.stringify(value) },
    ]);
  });

  test.each([['a/b/c'], ['/a'], ['App.Kubernetes.io/name'], ['a b']])('refuse the key %j', (key) => {
    expect(manifestFaults(service({ labels: { [key]: 'x' } }))).toMatchObject([{ what: key }]);
  });

  test.each([
    ['app', ''],
    ['app.kubernetes.io/name', 'observer'],
    ['release', 'v1.2_3-x'],
  ])('take %s=%s', (key, value) => {
    expect(faults(service({ labels: { [key]: value } }))).toEqual([]);
  });
});

describe('an AlertmanagerConfig', () => {
  test('has its nested routes checked like the first one, at every depth', () => {
    const routes = [{ receiver: 'a', routes: [{ reciever: 'b' }, 'c', { groupWait: '1x' }] }];
    expect(
      manifestFaults(alertmanager({ route: { routes } })).map(({ field, what }) => [fieldText(field), what]),
    ).toEqual([
      ['spec.route.routes[0].routes[0].reciever', '"b"'],
      ['spec.route.routes[0].routes[1]', '"c"'],
      ['spec.route.routes[0].routes[2].groupWait', '"1x"'],
    ]);
  });

  test('may describe an incident to PagerDuty', () => {
    expect(
      faults(alertmanager({ receivers: [{ name: 'a', pagerdutyConfigs: [{ description: 'x' }] }] })),
    ).toEqual([]);
  });

  test('may not describe it with something else than a text', () => {
    expect(
      faults(alertmanager({ receivers: [{ name: 'a', pagerdutyConfigs: [{ description: 1 }] }] })),
    ).toEqual(['spec.receivers[0].pagerdutyConfigs[0].description | 1 | must be a text | write a text']);
  });

  test.each([
    ['slackConfigs', { apiURL: { name: 's', key: 'url' }, sendResolved: true }],
    ['pagerdutyConfigs', { routingKey: { name: 's', key: 'k' } }],
    ['emailConfigs', { to: 'a@b.c', authPassword: { name: 's', key: 'k' } }],
    ['webhookConfigs', { urlSecret: { name: 's', key: 'k' } }],
  ])('takes the secrets of %s by reference', (list, config) => {
    expect(faults(alertmanager({ receivers: [{ name: 'a', [list]: [config] }] }))).toEqual([]);
  });
});
