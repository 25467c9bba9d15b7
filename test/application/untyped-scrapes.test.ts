import { describe, expect, test } from '@jest/globals';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import { celeryExporter } from '#application/exporter/celery.js';
import { host } from '#application/host/host.js';
import { podScrape, pods } from '#application/scrape/pods.js';
import { staticScrape } from '#application/scrape/static.js';
import { secret } from '#ground/secret.js';
import { shop } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';

const broker = secret('shop-broker', 'url');
const worker = pods('shop-worker', {
  namespaces: ['shop'],
  labels: { app: 'shop-worker' },
  ports: { metrics: 9000 },
});
const found = (facts: object) => untyped(pods, 'shop-worker', { ...worker, ...facts });
const scraped = (facts: object) =>
  untyped(podScrape, worker, { port: 'metrics', interval: '30s', metrics: [], ...facts });
const written = (facts: object) =>
  untyped(staticScrape, 'erp', {
    namespace: 'shop',
    targets: [{ address: 'erp.example:9100' }],
    interval: '1m',
    metrics: [],
    ...facts,
  });
const probing = (module: object) =>
  untyped(blackboxExporter, 'prober', { namespace: 'shop', modules: { web: module } });
const celery = (facts: object) =>
  untyped(celeryExporter, 'celery', {
    namespace: 'shop',
    broker: 'redis',
    url: broker,
    queues: ['celery'],
    ...facts,
  });

describe('where types are put aside, it is refused for (mistake 86)', () => {
  test.each([
    ['pods of no namespace', found({ namespaces: [] }), 'it is in no namespace'],
    ['a port of pods in quotes', found({ ports: { metrics: '9000' } }), "ports.metrics: '9000' is no number"],
    ['a label of pods that is a number', found({ labels: { app: 5 } }), 'labels.app: 5 is no text'],
    [
      'a port that the pods do not have',
      scraped({ port: 'metric' }),
      "port: pods shop-worker have no port 'metric'; write metrics",
    ],
    [
      'a target that is a text',
      written({ targets: ['erp.example:9100'] }),
      "targets[0]: 'erp.example:9100' is no object of fields; write it in { }",
    ],
    [
      'a label of a target that is a number',
      written({ targets: [{ address: 'erp.example:9100', labels: { rack: 5 } }] }),
      'targets[0].labels.rack: 5 is no text',
    ],
    [
      'a field of a module that is misspelt',
      probing({ prober: 'http', statusCode: [200] }),
      "modules.web.statusCode: there is no field 'statusCode', so nobody reads it; write statusCodes",
    ],
    [
      'a field of another module',
      probing({ prober: 'tcp', statusCodes: [200] }),
      "modules.web.statusCodes: there is no field 'statusCodes', so nobody reads it; leave it out",
    ],
    [
      'a method in small letters',
      probing({ prober: 'http', method: 'get' }),
      "modules.web.method: 'get' is none of GET, HEAD, POST, PUT, OPTIONS; write GET",
    ],
    ['a version of IP', probing({ prober: 'http', ip: 5 }), "modules.web.ip: '5' is none of 4, 6"],
    ['a name to ask for', probing({ prober: 'dns' }), 'modules.web.query: it is left out'],
    ['a broker', celery({ broker: 'rediss' }), "broker: 'rediss' is none of redis, rabbitmq; write redis"],
    [
      'no queue',
      celery({ queues: [] }),
      'queues: it has none, so nobody is told of one from which no worker takes',
    ],
    ['a queue in the place of a list', celery({ queues: 'celery' }), "queues: 'celery' is no list"],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});

test.each([
  [4, 6],
  [6, 4],
])('a module that asks by IPv%i is taken', (ip) => {
  expect(probing({ prober: 'http', ip })).not.toThrow();
});

describe('a password is refused, and not told, that stands in', () => {
  test.each([
    ['the URL of a broker', celery({ url: 'redis://:hunter2@redis:6379/0' })],
    ['a module', probing({ prober: 'http', basicAuth: { username: 'shop', password: 'hunter2' } })],
    ['the address of a target', written({ targets: [{ address: 'shop:hunter2@erp.example:9100' }] })],
    [
      'the address of what answers on a host',
      untyped(host, shop(), { health: { API: 'http://shop:hunter2@localhost:8000/health' } }),
    ],
  ])('%s', (_, made) => {
    expect(made).toThrow(/^(?![^]*hunter2)/);
  });
});
