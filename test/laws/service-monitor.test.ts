import { describe, expect, test } from '@jest/globals';
import { scrape } from '../../application/scrape.js';
import { type Service, service } from '../../application/service.js';
import { everyServiceMonitorFindsItsService } from '../../laws/service-monitor.js';
import { shop } from '../synth/estate/shop.js';

const web = (name: string, namespace = 'shop-prod') =>
  service(name, {
    namespaces: [namespace],
    labels: { app: name, component: 'web' },
    ports: { metrics: 8000 },
  });
const [till, front] = [web('till'), web('front')];
const both = scrape([till, front], { name: 'web-services', port: 'metrics', interval: '30s', metrics: [] });

const violations = (...services: readonly Service[]) =>
  everyServiceMonitorFindsItsService({
    applications: [shop({ services, scrapes: [both], exporters: [] })],
    objects: [],
  });

describe('a ServiceMonitor of several Services finds each of them and no other (pitfall 11)', () => {
  test('where just these are declared with its labels', () => {
    const worker = service('worker', { ...till, labels: { app: 'worker', component: 'worker' } });
    expect(violations(till, front, worker)).toEqual([]);
  });

  test('where another with its labels is in another namespace', () => {
    expect(violations(till, front, web('back', 'shop-staging'))).toEqual([]);
  });

  test('not where one of them is not declared', () => {
    expect(violations(till)).toEqual([
      {
        path: 'shop/scrape-web-services',
        field: 'spec.selector',
        text: 'component: web in shop-prod',
        message: 'no Service front with these labels is declared here',
        cure: "declare the Service in services of application('shop', …)",
      },
    ]);
  });

  test('not where none of them is declared', () => {
    expect(violations()).toMatchObject([
      { message: 'the ServiceMonitor selects no Service that is declared' },
    ]);
  });

  test('not where one is declared with another label', () => {
    const moved = service('front', { ...front, labels: { ...front.labels, component: 'api' } });
    expect(violations(till, moved)).toHaveLength(1);
  });

  test('not where it also selects another', () => {
    expect(violations(till, front, web('back'))).toEqual([
      {
        path: 'shop/scrape-web-services',
        field: 'spec.selector',
        text: 'component: web in shop-prod',
        message: 'the ServiceMonitor also selects Service back, which the scrape is not of',
        cure: 'give the Services of the scrape a label in common that no other has',
      },
    ]);
  });

  test('not where one of them has no port of the name', () => {
    const portless = service('front', { ...front, ports: { http: 8000 } });
    expect(violations(till, portless)).toMatchObject([
      { text: 'metrics', message: 'Service front in shop-prod has no port of this name' },
    ]);
  });
});
