import { describe, expect, test } from '@jest/globals';
import { platformMetricsMissing } from '#alerts/targets/platform-missing.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { watchdog } from '#alerts/watchers/watchdog.js';
import { no } from '#promql/unit/limit.js';
import { called } from '#alerts/text/subject.js';
import { type Application, alertsOf } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { podScrape } from '#application/scrape/pods.js';
import { everyScrapeIsWatched } from '#laws/watched.js';
import { service } from '#application/service.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubernetes } from '#alerts/place/kubernetes.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { inline } from '#promql/expr/inline.js';
import { narrowed } from '#promql/metric/catalog.js';
import { max, min } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { shop as ofReadme } from '../readme/shop.js';
import { scatteredShop, workers } from '../synth/estate/found.js';
import { probingShop } from '../synth/estate/probing.js';
import { alerting, requestRate, shop, shopMetrics, tooMany } from '../synth/estate/shop.js';

const here = { namespace: 'shop-prod' };
const { up } = narrowed(scrapeMetrics, here);

/** The alerts that nobody gave the application, and what they read. */
const byItself = ({ name, groups }: Application): Readonly<Record<string, string>> =>
  Object.fromEntries(
    alertsOf({ groups: groups.filter((group) => group.name === `${name}-scrapes`) }).map((alert) => [
      alert.name,
      inline(alert.expr),
    ]),
  );

describe('an application tells by itself when its targets fail or are gone (mistake 33)', () => {
  test('as the smallest of the README does', () => {
    expect(byItself(ofReadme)).toEqual({
      TargetDown:
        '(min by (job) (avg_over_time(up{job="shop", namespace="shop"}[5m])) or label_replace(vector(0), "job", "shop", "", "")) <= 0.5',
    });
  });

  test('in the namespace of its objects, of all where its Service is in several', () => {
    expect(byItself(shop()).TargetDown).toContain('up{job=~"shop|stock-exporter", namespace="shop-prod"}');
  });

  test('by an alert for each namespace in which its Services are', () => {
    const [till, oven] = (['till', 'oven'] as const).map((name) =>
      service(name, { namespaces: [`${name}-prod`], labels: { app: name }, ports: { http: 80 } }),
    );
    const services = [till, oven].filter((each) => each !== undefined);
    const scrapes = services.map((each) => scrape(each, { port: 'http', interval: '30s', metrics: [] }));
    expect(Object.keys(byItself(shop({ services, scrapes, exporters: [], groups: [] })))).toEqual([
      'TargetDown',
      'TargetDownOvenProd',
    ]);
  });

  test('but for those that an alert of its own watches', () => {
    const own = targetDown(called('Shop'), { up }, { jobs: ['shop', 'stock-exporter'] });
    expect(byItself(shop({ groups: alerting(own) }))).toEqual({});
  });

  test('of those alone that no alert of its own watches', () => {
    const own = targetDown(called('Shop'), { up }, { jobs: ['shop'] });
    expect(byItself(shop({ groups: alerting(own) }))).toEqual({
      TargetDownShopProd: expect.stringContaining('up{job="stock-exporter", '),
    });
  });

  test('though an alert that always fires fires then, too', () => {
    const failing = { ...tooMany('Failing', requestRate), expr: compare(min(value(up)), '==', no).expr };
    const groups = alerting(failing, watchdog(called('Shop', kubernetes)));
    expect(Object.keys(byItself(shop({ groups })))).toEqual(['TargetDown']);
  });

  test('as often as its first group is evaluated', () => {
    const groups = alerting(tooMany('TooMany', requestRate)).map((each) => ({
      ...each,
      interval: '15s' as const,
    }));
    expect(shop({ groups }).groups.map(({ interval }) => interval)).toEqual(['15s', '15s']);
  });

  test('and is refused for its own name where that is none, not for that of a group', () => {
    expect(() => shop({}, 'My Shop')).toThrow(/^application 'My Shop': name: /);
  });
});

describe('an application tells by itself when the platform falls silent (mistake 40)', () => {
  const platform = [kubeStateMetrics, cadvisorMetrics];
  const pods = max(value(kubeStateMetrics.deploymentAvailable.where(here)));
  const memory = max(value(cadvisorMetrics.workingSet.where(here)));
  const reading = (...signals: readonly (typeof pods | typeof memory)[]) =>
    alerting(...signals.map((signal, i) => tooMany(`TooMany${i}`, signal)));

  test('where its alerts read it, wherever kube-state-metrics tells of anything', () => {
    expect(byItself(shop({ platform, groups: reading(pods) })).PlatformMetricsMissing).toBe(
      'label_replace(max(absent_over_time(kube_deployment_status_replicas_available[2m])), "exporter", "kube-state-metrics", "", "") == 1',
    );
  });

  test('of the namespace where others have none', () => {
    expect(byItself(shop({ platform, groups: reading(memory) })).PlatformMetricsMissing).toContain(
      'absent_over_time(container_memory_working_set_bytes{namespace="shop-prod"}[2m])',
    );
  });

  test('not where no alert reads it', () => {
    expect(Object.keys(byItself(shop({ platform })))).toEqual(['TargetDown']);
  });

  test('not where an alert of its own tells it', () => {
    const metric = kubeStateMetrics.deploymentAvailable;
    const own = platformMetricsMissing(called('Shop', kubernetes), [{ name: 'kube-state-metrics', metric }]);
    const groups = alerting(tooMany('TooMany', pods), own);
    expect(Object.keys(byItself(shop({ platform, groups })))).toEqual(['TargetDown']);
  });

  test('of those alone that no alert of its own tells of', () => {
    const metric = kubeStateMetrics.deploymentAvailable;
    const own = platformMetricsMissing(called('Shop', kubernetes), [{ name: 'kube-state-metrics', metric }]);
    const groups = alerting(tooMany('TooManyPods', pods), tooMany('TooMuchMemory', memory), own);
    expect(byItself(shop({ platform, groups }))).toMatchObject({
      PlatformMetricsMissingCAdvisor: expect.stringContaining('"exporter", "cAdvisor"'),
    });
  });

  test('not on a host, where there is no such platform', () => {
    const groups = reading(pods);
    expect(Object.keys(byItself(shop({ platform, groups, place: dockerCompose('shop') })))).toEqual([
      'TargetDown',
    ]);
  });
});

describe('an alert knows how often what it reads is scraped (mistake 31)', () => {
  const everyScrape = (interval: '15s' | '1m' | '2m') => {
    const [scraped] = shop().scrapes;
    const { alerts } = shop({
      scrapes: (scraped ? [scraped] : []).map((each) => ({ ...each, interval, metrics: [shopMetrics] })),
      groups: alerting(tooMany('TooMany', max(value(narrowed(shopMetrics, here).baskets)))),
    }).groups[0] ?? { alerts: [] };
    return alerts.map(({ scrapedEvery, expr }) => [scrapedEvery, inline(expr)]);
  };

  test.each([
    ['15s', '2m'],
    ['1m', '4m'],
    ['2m', '8m'],
  ] as const)('every %s: it reads on for %s', (interval, back) => {
    expect(everyScrape(interval)).toEqual([
      [interval, `max(last_over_time(shop_baskets{namespace="shop-prod"}[${back}])) > 100`],
    ]);
  });
});

describe('what an application tells of targets that no Service stands before', () => {
  const alerts = alertsOf(scatteredShop());
  const runbook = (name: string): string =>
    Object.values(alerts.find((alert) => alert.name === name)?.runbook?.en ?? {}).join('\n');

  test('is an alert for each way in which they are found', () => {
    expect(byItself(scatteredShop())).toEqual({
      TargetDown: expect.stringContaining('up{job="cache-exporter", namespace="shop-prod"}'),
      TargetDownPods: expect.stringContaining('up{job="worker", namespace="shop-prod"}'),
      TargetDownOutside: expect.stringContaining('up{job="tills", namespace="shop-prod"}'),
      TargetDownThrough: expect.stringContaining('up{job="caches", namespace="shop-prod"}'),
    });
  });

  test('begins with the pods that have their labels', () => {
    expect(runbook('TargetDownPods')).toContain(
      'kubectl -n shop-prod get pods -l app=worker,tier=back --show-labels\nkubectl get podmonitor --all-namespaces',
    );
  });

  test('begins with the exporter that is asked about them (mistake 92)', () => {
    expect(runbook('TargetDownThrough')).toContain(
      'kubectl -n shop-prod get service,endpoints cache-exporter\nkubectl -n shop-prod logs service/cache-exporter --tail=20\nkubectl get scrapeconfig --all-namespaces',
    );
  });

  test('begins with where they are written down', () => {
    expect(runbook('TargetDownOutside')).toContain('kubectl get scrapeconfig --all-namespaces');
  });

  test.each(['TargetDownPods', 'TargetDownOutside'])('speaks of no Service: %s', (name) => {
    expect(runbook(name)).not.toMatch(/\bService(Monitor)?\b/);
  });

  test('speaks of no ScrapeConfig on a host', () => {
    const onHost = alertsOf(scatteredShop({ place: dockerCompose('shop') }));
    expect(JSON.stringify(onHost.map((alert) => alert.runbook))).not.toMatch(/ScrapeConfig|PodMonitor/);
  });
});

describe('pods that come and go (mistake 93)', () => {
  const nightly = podScrape(workers, { port: 'metrics', interval: '30s', comesAndGoes: true, metrics: [] });
  const alone = scatteredShop({ scrapes: [nightly], exporters: [] });

  test('are told of where none answers, and not where there is none', () => {
    expect(byItself(alone)).toEqual({
      PodsNotScraped: 'max by (job) (max_over_time(up{job="worker", namespace="shop-prod"}[15m])) == 0',
    });
  });

  test('are watched well by that alone', () => {
    expect(everyScrapeIsWatched({ applications: [alone], objects: [] })).toEqual([]);
  });
});

describe('what an application tells of an exporter that asks endpoints for it', () => {
  const alert = alertsOf(probingShop()).find(({ name }) => name === 'TargetDownProbes');

  test('is an alert of its own, beside that on the exporter itself', () => {
    expect(byItself(probingShop())).toEqual({
      TargetDown: expect.stringContaining('up{job="blackbox", namespace="shop-prod"}'),
      TargetDownProbes: expect.stringContaining(
        'up{job=~"probe/shop-prod/site|shop-database", namespace="shop-prod"}',
      ),
    });
  });

  test('speaks of the exporter, and begins with where it is asked', () => {
    expect([alert?.texts.en?.description, alert?.runbook?.en?.check]).toEqual([
      expect.stringContaining('See whether the exporters live'),
      expect.stringContaining('kubectl get probe --all-namespaces'),
    ]);
  });
});
