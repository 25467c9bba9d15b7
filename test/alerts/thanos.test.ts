import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { called } from '#alerts/text/subject.js';
import { thanosAlerts } from '#alerts/thanos.js';
import { kubernetes } from '#application/platform.js';
import { cluster } from '#cluster/cluster.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { thanosMetrics } from '#metrics/thanos.js';
import { narrowed } from '#promql/metric/catalog.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { platformWith, whole } from '../cluster/thanos.js';
import { provesEveryAlert } from '../proof/proven.js';
import { shop, toSlack } from '../synth/estate/shop.js';

const platform = { namespace: 'monitoring' };
const alerts = thanosAlerts(called('Cluster'), {
  thanos: narrowed(thanosMetrics, platform),
  ruler: narrowed(prometheusMetrics, { ...platform, job: 'thanos-ruler' }),
  scrapes: narrowed(scrapeMetrics, platform),
});
const watching = group('thanos', { interval: '30s', on: 'prometheus', packs: [alerts] });
const watched = shop({
  platform: [kubernetes, prometheusMetrics, thanosMetrics],
  groups: [watching],
  dashboards: [],
  routing: { ...toSlack(), unpaged: 'Slack is all that the shop has.' },
});

describe('alerts on Thanos', () => {
  test('are held by every law in a cluster that has one', () => {
    const { charts, laws } = synthesisOf({
      places: [cluster('seoul', { platform: platformWith(whole, 2), applications: [watched] })],
    });
    expect(() => synthesize(charts, laws)).not.toThrow();
  });

  test('page where the ruler is blind or mute', () => {
    expect(Object.values(alerts).filter(({ severity }) => severity === 'critical')).toEqual([
      alerts.thanosRulesFailing,
      alerts.thanosAlertsDropped,
    ]);
  });

  provesEveryAlert([watching], { application: 'thanos', namespace: 'shop-prod', language: 'ko' });
});
