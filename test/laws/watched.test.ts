import { describe, expect, test } from '@jest/globals';
import { serviceDown } from '#alerts/targets/service-down.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { called } from '#alerts/text/subject.js';
import type { Application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { everyScrapeIsWatched } from '#laws/watched.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { parse } from '#promql/expr/parse.js';
import { narrowed } from '#promql/metric/catalog.js';
import { bareMetric } from '#promql/metric/metric.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { estate } from '../estate.js';
import { alerting, shop, shopMetrics, tooMany, unwatched } from '../synth/estate/shop.js';

const faults = (application: Application) =>
  everyScrapeIsWatched({ applications: [application], objects: [] });
const { up } = narrowed(scrapeMetrics, { namespace: 'shop-prod' });
const jobs = ['shop', 'stock-exporter'] as const;

describe('every scrape is watched (mistake 33)', () => {
  test.each(estate.map((each) => [each.name, each] as const))('of %s', (_, application) => {
    expect(faults(application)).toEqual([]);
  });

  test('not where the groups of an application are replaced afterwards', () => {
    expect(faults({ ...shop(), groups: [] })).toEqual(
      jobs.map((job) => ({
        where: 'shop/scrapes',
        what: job,
        code: 'nobody-watches',
        why: `no alert tells when the targets of job ${job} in shop-prod fail and when they are gone: all that read its metrics are quiet then`,
        cure: 'leave its watching to application(…), or add it to the jobs of targetDown(…)',
      })),
    );
  });

  test.each([
    ['TargetDown of all jobs', [targetDown(called('Shop'), { up }, { jobs })]],
    [
      'one alert each',
      [
        serviceDown(called('Shop'), { up }, { jobs: ['shop'] }),
        targetDown(called('Shop'), { up }, { jobs: ['stock-exporter'] }),
      ],
    ],
  ])('where an application watches them by %s', (_, alerts) => {
    expect(faults(unwatched(shop({ groups: alerting(...alerts) })))).toEqual([]);
  });

  test('not the one that an application forgets', () => {
    const own = alerting(targetDown(called('Shop'), { up }, { jobs: ['shop'] }));
    expect(faults(unwatched(shop({ groups: own })))).toMatchObject([{ what: 'stock-exporter' }]);
  });

  test('where one Service is asked on two ports: its pods are gone on both at once', () => {
    const web = service('web', {
      namespaces: ['shop-prod'],
      labels: { app: 'web' },
      ports: { http: 80, admin: 81 },
    });
    const asked = { interval: '30s', metrics: [shopMetrics] } as const;
    const scrapes = [
      scrape(web, { ...asked, port: 'http' }),
      scrape(web, { ...asked, port: 'admin', name: 'web-admin', metrics: [] }),
    ];
    expect(faults(shop({ services: [web], scrapes }))).toEqual([]);
  });

  test('not where an alert reads `up`, and is silent once there is no target', () => {
    const few = sum(value(up.where({ job: ['shop', 'stock-exporter'] })));
    expect(faults(unwatched(shop({ groups: alerting(tooMany('TooMany', few)) })))).toHaveLength(2);
  });

  test('not where it would fire even if all is well', () => {
    const down = targetDown(called('Shop'), { up }, { jobs });
    const always = { ...down, expr: parse('vector(0) < 0.5', bareMetric) };
    expect(faults({ ...unwatched(shop()), groups: alerting(always) })).toHaveLength(2);
  });
});

describe('the platform is watched where alerts read it (mistake 33)', () => {
  const pods = max(value(kubeStateMetrics.deploymentAvailable.where({ namespace: 'shop-prod' })));
  const reading = shop({ platform: [kubeStateMetrics], groups: alerting(tooMany('TooManyPods', pods)) });

  test('as it is by itself', () => {
    expect(faults(reading)).toEqual([]);
  });

  test('not without', () => {
    expect(faults(unwatched(reading)).filter(({ where }) => where === 'shop/platform')).toEqual([
      {
        where: 'shop/platform',
        what: 'kube_deployment_status_replicas_available',
        code: 'nobody-watches',
        why: 'no alert tells when kube-state-metrics is silent: all that read its metrics are quiet then',
        cure: 'leave its watching to application(…), or add platformMetricsMissing(…)',
      },
    ]);
  });
});
