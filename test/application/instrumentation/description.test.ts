import { describe, expect, test } from '@jest/globals';
import { python, typescript } from '#application/instrumentation/made.js';
import { operation } from '#application/instrumentation/operation.js';
import { serving } from '#application/instrumentation/server.js';
import { scrape } from '#application/scrape.js';
import { cluster } from '#cluster/cluster.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { estate } from '#synth/estate/home.js';
import { faultsOf } from '../../synth/estate/places.js';
import { shop, shopMetrics, web } from '../../synth/estate/shop.js';
import { untyped } from '../../untyped.js';

const metrics = catalog({
  requests: counter('till_requests_total', { help: 'Requests.', labels: ['method', 'path', 'status'] }),
  duration: histogram('till_request_duration_seconds', {
    help: 'Time to answer.',
    labels: ['method', 'path', 'region'],
    buckets: [1, 2],
  }),
  uploads: counter('till_uploads_total', {
    help: 'Uploads.',
    labels: ['bucket', 'status'],
    values: { status: ['success', 'failure'] },
  }),
  drawers: gauge('till_drawers', { help: 'Drawers that are open.' }),
});
const { requests, uploads } = metrics;
const monitoring = python('monitoring', { catalogs: [shopMetrics] });

describe('a module of an application', () => {
  test('leaves to the code of the application what nothing else counts', () => {
    const { values } = python('monitoring', {
      catalogs: [metrics],
      server: serving({ requests, route: 'path' }),
      operations: {
        upload: operation({
          done: uploads,
          outcome: { label: 'status', success: 'success', failure: 'failure' },
        }),
      },
    });
    expect(values.map(({ info }) => info.name)).toEqual(['till_request_duration_seconds', 'till_drawers']);
  });

  test('is told of an operation the labels that its caller must say', () => {
    const { labels } = operation({
      done: uploads,
      outcome: { label: 'status', success: 'success', failure: 'failure' },
    });
    expect(labels).toEqual(['bucket']);
  });

  test('answers where it is scraped', () => {
    const asked = scrape(web, {
      port: 'http',
      interval: '30s',
      path: '/shop/metrics',
      metrics: [shopMetrics],
    });
    const [described] = shop({ scrapes: [asked], instrumentation: [monitoring] }).instrumentation;
    expect(described?.paths.metrics).toBe('/shop/metrics');
  });

  test('is written into a folder of the application that nobody else writes', () => {
    expect(estate({ places: [] }).instrumentation).toBe('instrumentation');
  });

  test('is described once, wherever its application runs', () => {
    const places = ['seoul', 'tokyo'].map((name) =>
      cluster(name, {
        applications: [
          () =>
            shop({
              instrumentation: [
                python('monitoring', {
                  catalogs: [shopMetrics],
                  health: name === 'seoul' ? '/health' : '/alive',
                }),
              ],
            }),
        ],
      }),
    );
    expect(faultsOf(places)).toContainEqual(
      expect.objectContaining({ code: 'written-twice', where: 'tokyo/shop.instrumentation' }),
    );
  });
});

describe('it is refused', () => {
  test.each([
    [
      'with a label that nobody who counts requests knows',
      () => serving({ requests, duration: metrics.duration, route: 'path' }),
      'till_request_duration_seconds has a label region, and nothing here knows its value: it sets method, path, status',
    ],
    [
      'with a route that only the target has',
      () => serving({ requests, route: 'endpoint' }),
      'till_requests_total has no label endpoint of its own: it has method, path, status',
    ],
    [
      'with an end that its label never tells',
      () => operation({ done: uploads, outcome: { label: 'status', success: 'success', failure: 'error' } }),
      "status of till_uploads_total is never 'error'; write one of success, failure",
    ],
    [
      'with a name that code cannot use',
      () => python('shop-metrics', { catalogs: [metrics] }),
      "code cannot call anything 'shop-metrics'",
    ],
    [
      'with a name of an operation that code cannot use',
      () => python('monitoring', { catalogs: [metrics], operations: { 'gpt-call': operation({}) } }),
      "code cannot call anything 'gpt-call'",
    ],
    [
      'with the framework of another language',
      untyped(python, 'monitoring', { catalogs: [metrics], framework: 'next' }),
      "'next' is none of fastapi, starlette, django",
    ],
    [
      'with a gauge of several processes that it does not have',
      () => python('monitoring', { catalogs: [metrics], merged: { till_drawer: 'max' } }),
      'till_drawer is no gauge of its catalogues; write till_drawers',
    ],
    [
      'with one metric in two catalogues',
      () => python('monitoring', { catalogs: [metrics, { again: metrics.drawers }] }),
      'till_drawers is declared twice',
    ],
    [
      'with a field that nobody reads',
      untyped(typescript, 'website', { catalogs: [metrics], framewrk: 'next' }),
      "there is no field 'framewrk'",
    ],
    [
      'where no scrape reads what it exports',
      () => shop({ instrumentation: [python('monitoring', { catalogs: [metrics] })] }),
      'instrumentation.monitoring: no scrape reads anything of what it exports',
    ],
    [
      'where two scrapes ask it at two paths',
      () =>
        shop({
          scrapes: ['/metrics', '/shop/metrics'].map((path, i) =>
            scrape(web, {
              name: `shop-${i}`,
              job: `shop-${i}`,
              port: 'http',
              interval: '30s',
              path,
              metrics: [shopMetrics],
            }),
          ),
          instrumentation: [monitoring],
        }),
      'it is asked at /metrics and /shop/metrics, and answers at one path',
    ],
    [
      'where another is called alike',
      () => shop({ instrumentation: [monitoring, monitoring] }),
      'two modules are called monitoring',
    ],
    [
      'in a folder that holds runbooks',
      () => estate({ places: [], instrumentation: 'docs' }),
      'docs/ and docs/runbooks/ would hold each other',
    ],
    [
      'in the folder of manifests',
      () => estate({ places: [], instrumentation: 'dist/code' }),
      'dist/code/ and dist/ would hold each other',
    ],
  ])('%s', (_, make, said) => {
    expect(make).toThrow(said);
  });
});
