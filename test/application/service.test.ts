import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { withServiceLabels } from '#application/service-labels.js';
import { targetsOf } from '#application/target.js';
import { stockMetrics } from '../synth/estate/shop.js';

const inShop = { namespaces: ['shop-prod'], labels: { app: 'till', tier: 'web' } } as const;
const till = service('till', { ...inShop, ports: { http: 8000, metrics: 9000 } });
const stock = service('stock', {
  namespaces: ['shop-prod', 'shop-staging'],
  labels: { tier: 'web', app: 'stock' },
  ports: { metrics: 9000 },
});
const asked = { name: 'web-services', port: 'metrics', interval: '30s', metrics: [] } as const;

describe('a Service', () => {
  test('has the port number of its pods unless it says otherwise', () => {
    const { ports } = service('till', {
      ...inShop,
      ports: { http: 8000, metrics: { port: 9000, targetPort: 8000 } },
    });
    expect(ports).toEqual({
      http: { port: 8000, targetPort: 8000 },
      metrics: { port: 9000, targetPort: 8000 },
    });
  });

  test.each([0, 90_900, 8000.5])('is refused with a port of %d', (port) => {
    expect(() => service('till', { ...inShop, ports: { http: port } })).toThrow(
      `Service till: ports.http: ${port} is no port; write a whole number from 1 to 65535`,
    );
  });

  test('is refused with two ports of one number', () => {
    expect(() => service('till', { ...inShop, ports: { http: 8000, metrics: 8000 } })).toThrow(
      'Service till: ports: http and metrics are both port 8000, and Kubernetes refuses two ports of one number; write one of them as { port: 8001, targetPort: 8000 }, or only one',
    );
  });

  test('is refused where it is to be rendered in several namespaces', () => {
    const everywhere = { ...stock, selector: { app: 'stock' } };
    expect(() => service('stock', everywhere)).toThrow(
      'Service stock: namespaces: it is rendered, so it stands in one namespace; declare one Service for each of shop-prod, shop-staging',
    );
  });
});

describe('a Service that no cluster can have is refused', () => {
  const base = { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } } as const;

  test.each([
    [
      'by its name',
      () => service('My_Service', base),
      "Service My_Service: name: 'My_Service' is not a name that a Service may have; write at most 63 lower-case letters, digits and -, a letter first",
    ],
    [
      'by its namespace',
      () => service('shop', { ...base, namespaces: ['Shop'] }),
      "Service shop: namespaces: 'Shop' is not a namespace; write at most 63 lower-case letters, digits and -",
    ],
    [
      'by the name of a port',
      () => service('shop', { ...base, ports: { HTTP_metrics: 8080 } }),
      "Service shop: ports: 'HTTP_metrics' is not a name that a port may have; write at most 63 lower-case letters, digits and -, a letter among them",
    ],
    [
      'by a name of a port that is a number',
      () => service('shop', { ...base, ports: { '8080': 8080 } }),
      "Service shop: ports: '8080' is not a name that a port may have; write at most 63 lower-case letters, digits and -, a letter among them",
    ],
    [
      'by the number of a port',
      () => service('shop', { ...base, ports: { http: 70_000 } }),
      'Service shop: ports.http: 70000 is no port; write a whole number from 1 to 65535',
    ],
    [
      'by the number of its pods’ port',
      () => service('shop', { ...base, ports: { http: { port: 80, targetPort: 0 } } }),
      'Service shop: ports.http.targetPort: 0 is no port; write a whole number from 1 to 65535',
    ],
    [
      'by the number of a port in front of others',
      () => service('shop', { ...base, ports: { http: { port: 80.5, targetPort: 80 } } }),
      'Service shop: ports.http.port: 80.5 is no port; write a whole number from 1 to 65535',
    ],
    [
      'by the key of a label',
      () => service('shop', { ...base, labels: { 'app/kubernetes/name': 'shop' } }),
      "Service shop: labels: 'app/kubernetes/name' is not a key that the API server takes; write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends, behind a DNS name and / if it has a prefix",
    ],
    [
      'by the value of a label',
      () => service('shop', { ...base, labels: { app: 'my shop/x' } }),
      "Service shop: labels.app: 'my shop/x' is not a value that a label may have; write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends; longer texts are annotations",
    ],
    [
      'by a label of its pods',
      () => service('shop', { ...base, selector: { app: 'my shop/x' } }),
      "Service shop: selector.app: 'my shop/x' is not a value that a label may have; write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends; longer texts are annotations",
    ],
  ])('%s (mistake 64)', (_, make, message) => {
    expect(make).toThrow(new Error(message));
  });

  test('by all of these at once', () => {
    const ports = { HTTP: 70_000, metrics: 9000 };
    expect(() => service('Shop', { namespaces: ['Shop', 'shop'], labels: { app: 'a b' }, ports })).toThrow(
      'Service Shop: 5 faults',
    );
  });

  test('once for a port that stands twice and is none', () => {
    expect(() => service('shop', { ...base, ports: { http: 0, admin: 0 } })).toThrow(
      /^Service shop: 2 faults\n {2}ports\.http: 0 is no port;.*\n {2}ports\.admin: 0 is no port;.*$/,
    );
  });

  test('and told a free port beside the last one', () => {
    expect(() => service('shop', { ...base, ports: { http: 65_535, admin: 65_535 } })).toThrow(
      'write one of them as { port: 65534, targetPort: 65535 }',
    );
  });
});

test('a Service may have all that Kubernetes takes', () => {
  const labels = { 'app.kubernetes.io/name': 'Shop_1.x', empty: '' };
  const ports = { 'http-metrics-of-the-exporter': 65_535, '8080-tcp': 1 };
  expect(service('s7', { namespaces: ['7'], labels, ports })).toMatchObject({ name: 's7', labels });
});

describe('a scrape of several Services', () => {
  const both = scrape([till, stock], asked);

  test('selects them by the labels that all of them share', () => {
    expect(both.selector).toEqual({ tier: 'web' });
  });

  test('selects them in every namespace of theirs', () => {
    expect(both.namespaces).toEqual(['shop-prod', 'shop-staging']);
  });

  test('has a target for each in each of its own namespaces', () => {
    expect(targetsOf(both).map(({ namespace, service }) => `${namespace}/${service}`)).toEqual([
      'shop-prod/till',
      'shop-prod/stock',
      'shop-staging/stock',
    ]);
  });

  test('copies the labels of each onto its own series', () => {
    const metrics = [withServiceLabels(stockMetrics, ['app'])];
    expect(targetsOf(scrape([till, stock], { ...asked, metrics })).map(({ app }) => app)).toEqual([
      'till',
      'stock',
      'stock',
    ]);
  });

  test('is refused where they share no label', () => {
    const alone = service('alone', { ...stock, labels: { tier: 'worker' } });
    expect(() => scrape([till, alone], asked)).toThrow(
      'scrape web-services: its Services share no label to be selected by; give all of them one, such as component: api',
    );
  });

  test('is refused where it is of none', () => {
    expect(() => scrape([] as readonly (typeof till)[], asked)).toThrow(
      'scrape web-services: its Services share',
    );
  });

  test('is refused where one of them lacks a label that is copied', () => {
    const other = service('other', { ...stock, labels: { tier: 'web' } });
    const metrics = [withServiceLabels(stockMetrics, ['app'])];
    expect(() => scrape([till, other], { ...asked, metrics })).toThrow(
      'scrape web-services: copiedLabels: Service other has no label app to copy; copy one that it has: tier',
    );
  });
});
