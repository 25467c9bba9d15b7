import { describe, expect, test } from '@jest/globals';
import { kubernetes, monitoring, platformHere } from '#application/platform.js';
import { scrape } from '#application/scrape.js';
import { everyExporterThatIsReadIsThere } from '#laws/platform/exporters.js';
import { everyHistogramIsTakenAsAsked, histogramNeeds } from '#laws/platform/histograms.js';
import { everyPlatformIsReadWhereItLives } from '#laws/platform/own-namespace.js';
import { everyExpressionIsRead } from '#laws/platform/promql.js';
import { everyReceiverIsKnown } from '#laws/platform/receivers.js';
import { everyProgramIsNewEnough } from '#laws/platform/versions.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { prometheusMetrics } from '#metrics/prometheus.js';
import { secret } from '#ground/secret.js';
import type { Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { asWritten } from '#promql/vector/as-written.js';
import { msteams } from '#routing/receiver/msteams.js';
import { routing } from '#routing/routing.js';
import { alerting, drawing, shop, shopMetrics, tooMany, web } from '../../synth/estate/shop.js';
import { against, platform, running } from './judged.js';

const without = (field: 'kubeStateMetrics' | 'nodeExporter' | 'alertmanager'): Platform => {
  const { [field]: _, ...rest } = usualPlatform;
  return rest;
};

describe('what an application reads of an exporter of the platform', () => {
  const ready = sum(value(kubernetes.podReady.where({ namespace: 'shop-prod' })));
  const reading = shop({ platform: [kubernetes], dashboards: [drawing(ready)] });
  const nodes = shop({
    platform: [kubernetes, nodeExporterMetrics],
    dashboards: [drawing(sum(value(nodeExporterMetrics.memoryAvailable)))],
  });

  test('is there where the platform has it', () => {
    expect(against(everyExporterThatIsReadIsThere, platform(), [reading, nodes])).toEqual([]);
  });

  test('is refused where kube-state-metrics is off', () => {
    expect(against(everyExporterThatIsReadIsThere, without('kubeStateMetrics'), [reading])[0]).toMatchObject({
      code: 'exporter-not-there',
      why: expect.stringContaining(
        'reads kube_pod_status_ready, which kube-state-metrics tells, and the platform of production has none',
      ),
      cure: 'give the platform kubeStateMetrics: { … }, or read what the application exports itself',
    });
  });

  test('is refused where node_exporter is off', () => {
    expect(against(everyExporterThatIsReadIsThere, without('nodeExporter'), [nodes])).toMatchObject([
      { code: 'exporter-not-there', cure: expect.stringContaining('nodeExporter') },
    ]);
  });

  test('may be scraped by the application itself', () => {
    const own = shop({
      scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics, nodeExporterMetrics] })],
      dashboards: [drawing(sum(value(nodeExporterMetrics.memoryAvailable)))],
    });
    expect(against(everyExporterThatIsReadIsThere, without('nodeExporter'), [own])).toEqual([]);
  });

  test('does not matter to who reads nothing of it', () => {
    expect(against(everyExporterThatIsReadIsThere, without('kubeStateMetrics'), [shop()])).toEqual([]);
  });
});

describe('what is read of the platform itself', () => {
  const reading = shop({
    platform: [kubernetes, ...monitoring],
    dashboards: [drawing(sum(value(prometheusMetrics.series.where(platformHere))))],
  });

  test('is read where it lives', () => {
    expect(against(everyPlatformIsReadWhereItLives, platform(), [reading])).toEqual([]);
  });

  test('is refused where it lives elsewhere', () => {
    expect(
      against(everyPlatformIsReadWhereItLives, platform({ namespace: 'observability' }), [reading]),
    ).toMatchObject([
      {
        where: 'shop/dashboards/shop',
        code: 'platform-lives-elsewhere',
        why: 'Shop / Signal reads prometheus_tsdb_head_series with namespace="monitoring", and the platform of production is in observability',
        cure: "narrow it to where the platform is: narrowed(…, { namespace: 'observability' })",
      },
    ]);
  });
});

describe('the programs of a platform', () => {
  test('are new enough as they are usually', () => {
    expect(against(everyProgramIsNewEnough, platform(), [shop()])).toEqual([]);
  });

  test.each([
    ['kubernetes', '1.22', 'server-side apply is there for good since then'],
    ['operator', '0.86.2', "older ones refuse the templates in Slack's and PagerDuty's links"],
    ['prometheus', '2.41.0', 'older ones know no keep_firing_for'],
    ['alertmanager', '0.24.0', 'older ones know not all of what messages are made by'],
  ])('are refused where %s is %s', (program, version, why) => {
    expect(against(everyProgramIsNewEnough, running({ [program]: version }), [shop()])).toMatchObject([
      {
        where: `production/platform/versions.${program}`,
        what: version,
        code: 'platform-too-old',
        why: expect.stringContaining(why),
      },
    ]);
  });

  test('are told of where Grafana is older than the model of dashboards', () => {
    expect(against(everyProgramIsNewEnough, running({ grafana: '11.6.0' }), [shop()])).toMatchObject([
      { isHint: true, where: 'production/platform/versions.grafana' },
    ]);
  });

  test('are refused where the operator takes no templates in links', () => {
    expect(against(everyProgramIsNewEnough, running({ operator: '0.88.0' }), [shop()])).toMatchObject([
      { cure: 'update prometheus-operator to 0.88.1 or newer' },
    ]);
  });

  test('need not be there of what a platform leaves to another', () => {
    const elsewhere = {
      ...without('alertmanager'),
      versions: { ...usualPlatform.versions, alertmanager: '0.1.0' },
    };
    expect(against(everyProgramIsNewEnough, elsewhere, [shop()])).toEqual([]);
  });
});

describe('an expression that not every Prometheus reads', () => {
  const quoted = shop({
    groups: alerting(
      tooMany('TooMany', asWritten('sum(first_over_time(shop_baskets[5m]))', { metrics: [shopMetrics] })),
    ),
  });

  test('is read by a new one', () => {
    expect(against(everyExpressionIsRead, platform(), [quoted])).toEqual([]);
  });

  test('is refused where Prometheus is older', () => {
    expect(against(everyExpressionIsRead, running({ prometheus: '3.6.0' }), [quoted])).toMatchObject([
      {
        where: 'shop/rules',
        code: 'prometheus-too-old',
        why: 'TooMany needs Prometheus 3.14, for first_over_time came with it, and the platform of production runs 3.6.0',
        cure: 'update it to 3.14 or newer, or write it otherwise',
      },
    ]);
  });

  test('is read by a flag before', () => {
    const flagged = running({ prometheus: '3.7.0' }, { features: ['promql-experimental-functions'] });
    expect(against(everyExpressionIsRead, flagged, [quoted])).toEqual([]);
  });

  test('is refused without the flag, which is told', () => {
    expect(against(everyExpressionIsRead, running({ prometheus: '3.7.0' }), [quoted])).toMatchObject([
      {
        cure: "give the platform's Prometheus the feature 'promql-experimental-functions', or update it to 3.14 or newer",
      },
    ]);
  });
});

describe('histograms that a scrape takes otherwise than classic', () => {
  const taking = (field: string, on: Platform) => {
    const asked = {
      convertClassicHistogramsToNHCB: { convertClassicHistogramsToNHCB: true },
      scrapeNativeHistograms: { scrapeNativeHistograms: true },
      scrapeClassicHistograms: { convertClassicHistogramsToNHCB: true, scrapeClassicHistograms: true },
    }[field];
    const scrapes = [scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics], ...asked })];
    return against(everyHistogramIsTakenAsAsked, on, [shop({ scrapes })]);
  };
  const fields = Object.keys(histogramNeeds);

  test.each(fields)('are taken by the usual platform: %s', (field) => {
    expect(taking(field, platform())).toEqual([]);
  });

  test.each(fields)('are refused where Prometheus is older than %s', (field) => {
    expect(taking(field, running({ prometheus: '2.44.0' }))).toContainEqual(
      expect.objectContaining({ what: field, code: 'prometheus-too-old', where: 'shop/scrape-shop' }),
    );
  });

  test.each(fields)('are refused where the operator is older than %s', (field) => {
    expect(taking(field, running({ operator: '0.77.0' }))).toContainEqual(
      expect.objectContaining({ what: field, code: 'operator-too-old' }),
    );
  });

  test('are refused without the flag where Prometheus needs one', () => {
    expect(taking('convertClassicHistogramsToNHCB', running({ prometheus: '3.5.0' }))).toMatchObject([
      {
        code: 'feature-not-enabled',
        why: 'convertClassicHistogramsToNHCB does nothing before Prometheus 3.8 without --enable-feature=native-histograms, and the platform of production runs 3.5.0 without',
      },
    ]);
  });

  test('are taken with it', () => {
    const flagged = running({ prometheus: '3.5.0' }, { features: ['native-histograms'] });
    expect(taking('convertClassicHistogramsToNHCB', flagged)).toEqual([]);
  });
});

describe('a receiver', () => {
  const teams = shop({
    routing: routing({
      language: 'en',
      receivers: { teams: msteams({ url: secret('teams', 'url') }) },
      route: { receiver: 'teams' },
    }),
  });

  test('is known by the usual platform', () => {
    expect(against(everyReceiverIsKnown, platform(), [teams])).toEqual([]);
  });

  test('is refused where Alertmanager is older than it', () => {
    expect(against(everyReceiverIsKnown, running({ alertmanager: '0.27.0' }), [teams])).toMatchObject([
      {
        where: 'shop/routing.receivers.teams',
        what: 'msteams',
        code: 'alertmanager-too-old',
        why: 'msteams needs Alertmanager 0.28, and the platform of production runs 0.27.0',
      },
    ]);
  });

  test('is refused where the operator is older than it', () => {
    expect(against(everyReceiverIsKnown, running({ operator: '0.81.0' }), [teams])).toMatchObject([
      { code: 'operator-too-old' },
    ]);
  });

  test('is no matter of age where it is any other', () => {
    expect(against(everyReceiverIsKnown, running({ alertmanager: '0.25.0' }), [shop()])).toEqual([]);
  });
});
