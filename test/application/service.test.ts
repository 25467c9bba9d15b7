import { describe, expect, test } from '@jest/globals';
import { scrape } from '../../application/scrape.js';
import { service } from '../../application/service.js';
import { withServiceLabels } from '../../application/service-labels.js';
import { targetsOf } from '../../application/target.js';
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
