import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { everyApplicationKeepsToAnEnforcedNamespace } from '#laws/enforced.js';
import { narrowed } from '#promql/metric/catalog.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { alerting, bakery, shop, shopMetrics, tooMany } from '../synth/estate/shop.js';

const enforced = { enforcedNamespaceLabel: 'namespace' } as const;
const faults = (...applications: readonly Application[]) =>
  everyApplicationKeepsToAnEnforcedNamespace({ applications, objects: [] });

const web = (namespace: string) => {
  const till = service('till', { namespaces: [namespace], labels: { app: 'till' }, ports: { http: 80 } });
  return {
    services: [till],
    scrapes: [scrape(till, { port: 'http', interval: '30s', metrics: [shopMetrics] })],
  };
};
const reading = (namespace: string | RegExp) => {
  const { requests } = narrowed(shopMetrics, { namespace });
  return alerting(tooMany('TooManyRequests', sum(rate(requests, '5m'))));
};
/** Without what is wrong with the alert that every application has on its scrapes. */
const ownFaults = (...applications: readonly Application[]) =>
  faults(...applications).filter(({ why }) => !why.startsWith('TargetDown'));

const watching = (namespace: string, groups: ReturnType<typeof reading>, spec: object = enforced) =>
  shop({ ...web(namespace), exporters: [], dashboards: [], groups, ...spec });

describe('where Prometheus enforces the label namespace (mistake 9)', () => {
  test('an application that keeps to its own is well', () => {
    expect(faults(watching('shop-prod', reading('shop-prod')))).toEqual([]);
  });

  test('a scrape of another is refused', () => {
    expect(ownFaults(watching('till', []))).toEqual([
      {
        where: 'shop/scrape-till',
        what: 'till',
        code: 'namespace-enforced',
        why: 'Prometheus writes namespace="shop-prod" onto all that a ServiceMonitor in shop-prod brings, so what is scraped of till cannot be told by its namespace',
        cure: "let what watches it live there: namespace: 'till'; or name its ServiceMonitors and PrometheusRules in excludedFromEnforcement of the Prometheus, and leave enforcedNamespaceLabel out here",
      },
    ]);
  });

  test('a rule that reads another is refused', () => {
    expect(faults(watching('shop-prod', reading('till')))).toMatchObject([
      {
        where: 'shop/rules',
        code: 'namespace-enforced',
        why: 'TooManyRequests reads namespace="till", and Prometheus makes every rule of shop-prod read namespace="shop-prod"',
      },
    ]);
  });

  test('a rule that reads several is refused, though its own is among them', () => {
    expect(faults(watching('shop-prod', reading(/shop-prod|till/)))).toHaveLength(1);
  });

  test('it does so for all applications of the release', () => {
    expect(ownFaults(watching('till', [], {}), bakery(enforced))).toMatchObject([
      { where: 'shop/scrape-till' },
    ]);
  });

  test('it does not for those of another', () => {
    expect(faults(watching('till', [], {}), bakery({ ...enforced, release: 'other' }))).toEqual([]);
  });
});

test('where Prometheus enforces nothing an application may watch another namespace', () => {
  expect(faults(watching('till', [], {}))).toEqual([]);
});
