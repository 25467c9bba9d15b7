import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { type Service, service } from '#application/service.js';
import { everyServiceMonitorFindsItsService } from '#laws/service-monitor.js';
import { shop } from '../synth/estate/shop.js';

const web = (name: string, namespace = 'shop-prod') =>
  service(name, {
    namespaces: [namespace],
    labels: { app: name, component: 'web' },
    ports: { metrics: 8000 },
  });
const [till, front] = [web('till'), web('front')];
const both = scrape([till, front], { name: 'web-services', port: 'metrics', interval: '30s', metrics: [] });

const faults = (...services: readonly Service[]) =>
  everyServiceMonitorFindsItsService({
    applications: [shop({ services, scrapes: [both], exporters: [] })],
    objects: [],
  });

describe('a ServiceMonitor of several Services finds each of them and no other (mistake 11)', () => {
  test('where just these are declared with its labels', () => {
    const worker = service('worker', { ...till, labels: { app: 'worker', component: 'worker' } });
    expect(faults(till, front, worker)).toEqual([]);
  });

  test('where another with its labels is in another namespace', () => {
    expect(faults(till, front, web('back', 'shop-staging'))).toEqual([]);
  });

  test('not where one of them is not declared', () => {
    expect(faults(till)).toEqual([
      {
        where: 'shop/scrape-web-services spec.selector',
        what: 'component: web in shop-prod',
        code: 'no-such-service',
        why: 'no Service front with these labels is declared here',
        cure: "declare the Service in services of application('shop', …)",
      },
    ]);
  });

  test('not where none of them is declared', () => {
    expect(faults()).toMatchObject([{ why: 'the ServiceMonitor selects no Service that is declared' }]);
  });

  test('not where one is declared with another label', () => {
    const moved = service('front', { ...front, labels: { ...front.labels, component: 'api' } });
    expect(faults(till, moved)).toHaveLength(1);
  });

  test('not where it also selects another', () => {
    expect(faults(till, front, web('back'))).toEqual([
      {
        where: 'shop/scrape-web-services spec.selector',
        what: 'component: web in shop-prod',
        code: 'selects-others',
        why: 'the ServiceMonitor also selects Service back, which the scrape is not of',
        cure: 'give the Services of the scrape a label in common that no other has',
      },
    ]);
  });

  test('not where one of them has no port of the name', () => {
    const portless = service('front', { ...front, ports: { http: 8000 } });
    expect(faults(till, portless)).toMatchObject([
      { what: 'metrics', why: 'Service front in shop-prod has no port of this name' },
    ]);
  });
});
