import { describe, expect, test } from '@jest/globals';
import { kubernetes } from '#application/platform.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { panelsIn } from '#dashboards/row.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { override } from '#alerts/rule/pack.js';
import type { Application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { alerting, shop, shopMetrics, tooMany, web } from '../../synth/estate/shop.js';
import { type Answer, type Played, answered } from './asked.js';

const upOf = ({ dashboards }: Application) => {
  const found = panelsIn(dashboards[0]?.panels ?? []).find(({ key }) => key === 'strip-up');
  if (!found) throw new Error('it has no strip');
  return found;
};
const tileOf = (application: Application, name: string) => {
  const found = upOf(application).queries.find(({ legend = '' }) => legend.endsWith(` ${name}`));
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

const deployment = { deployment: 'shop', namespace: 'shop-prod' } as const;
const pods = tooMany('PodsMissing', max(value(kubeStateMetrics.deploymentAvailable.where(deployment))), {
  severity: 'critical',
});
const inPods = shop({ platform: [kubernetes], groups: alerting(pods) });
const seldom = shop({
  scrapes: [scrape(web, { port: 'http', interval: '10m', metrics: [shopMetrics] })],
  groups: [],
});
const well: Played = {
  'up{job="shop", namespace="shop-prod", pod="a"}': '1x60',
  'up{job="shop", namespace="shop-prod", pod="b"}': '1x60',
};

describe('what is up, of how many', () => {
  test.each<
    [what: string, application: Application, tile: string, played: Played, answers: readonly Answer[]]
  >([
    ['is all of its targets', shop(), 'shop', well, [{ labels: '{up="2", of="2"}', value: 1 }]],
    [
      'is half of them where one does not answer',
      shop(),
      'shop',
      { ...well, 'up{job="shop", namespace="shop-prod", pod="b"}': '0x60' },
      [{ labels: '{up="1", of="2"}', value: 0.5 }],
    ],
    [
      'is none of one where there are none any more',
      shop(),
      'shop',
      {},
      [{ labels: '{up="0", of="1"}', value: 0 }],
    ],
    [
      'is what the last scrape found where that is longer ago than Prometheus looks back by itself',
      seldom,
      'shop',
      {
        'up{job="shop", namespace="shop-prod", pod="a"}': '_x52 1',
        'up{job="shop", namespace="shop-prod", pod="b"}': '_x52 0',
      },
      [{ labels: '{up="1", of="2"}', value: 0.5 }],
    ],
    [
      'is the pods that are ready of those that are wanted',
      inPods,
      'shop pods',
      {
        'kube_deployment_status_replicas_available{deployment="shop", namespace="shop-prod"}': '1x60',
        'kube_deployment_spec_replicas{deployment="shop", namespace="shop-prod"}': '2x60',
        'kube_deployment_spec_replicas{deployment="bakery", namespace="shop-prod"}': '5x60',
      },
      [{ labels: '{up="1", of="2"}', value: 0.5 }],
    ],
  ])('%s', async (_, application, tile, played, answers) => {
    expect(await answered(played, tileOf(application, tile).expr, answers)).toBe('well');
  });

  test('tells no pods where nobody tells of them', () => {
    expect(upOf(shop({ groups: [] })).queries.map(({ legend }) => legend)).toEqual([
      '{{up}}/{{of}} shop',
      '{{up}}/{{of}} stock-exporter',
    ]);
  });
});

describe('what is lost', () => {
  /** The colours below 1, tile by tile; red where none is said. */
  const colors = (application: Application) => {
    const { queries, overrides } = upOf(application);
    const yellow = overrides.map(({ matcher }) => matcher.options);
    return queries.map(({ legend }, i) => [legend, yellow.includes('ABCDEF'[i]) ? 'yellow' : 'red']);
  };

  test('is red where somebody is woken for it, yellow where nobody is', () => {
    const { up } = narrowed(scrapeMetrics, { namespace: 'shop-prod' });
    const lost = override(targetDown(called('Shop'), { up }, { jobs: ['shop'] }), {
      name: 'ShopDown',
      severity: 'critical',
    });
    expect(colors(shop({ groups: alerting(lost) }))).toEqual([
      ['{{up}}/{{of}} shop', 'red'],
      ['{{up}}/{{of}} stock-exporter', 'yellow'],
    ]);
  });

  test('is yellow where the only alert on it is a warning', () => {
    expect(
      colors(shop({ groups: alerting(tooMany('TooMany', sum(value(scrapeMetrics.up)))) })),
    ).toContainEqual(['{{up}}/{{of}} stock-exporter', 'yellow']);
  });
});
