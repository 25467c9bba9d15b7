import { describe, expect, test } from '@jest/globals';
import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import type { Application } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { ConfigMap } from '#imports/config-map.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { type MakeChart, synthesize } from '#synth/synthesize.js';
import { datasource } from '#dashboards/datasource.js';
import type { Fault } from '#ground/fault.js';
import { EstateRefusal } from '#synth/refusal.js';
import {
  alerting,
  bakery,
  drawing,
  openBaskets,
  openBasketsAnywhere,
  shop,
  shopMetrics,
  stock,
  stockExporter,
  stockMetrics,
  toSlack,
  tooMany,
} from '../synth/estate/shop.js';
import { inProduction } from '../place.js';

/** What is wrong with an estate when it is synthesized, of which the chart of the first application is changed before. */
const refusal = (applications: readonly Application[], change: (chart: Chart) => void = () => {}) => {
  const { charts, laws } = synthesisOf(inProduction(applications));
  const changed = charts.map(({ make, ...rest }, i): MakeChart => ({
    ...rest,
    make: (app, before) => {
      const chart = make(app, before);
      if (i === 0 && chart) change(chart);
      return chart;
    },
  }));
  try {
    synthesize(changed, laws);
    return undefined;
  } catch (error) {
    if (error instanceof EstateRefusal) return error;
    throw error;
  }
};
const faults = (...estate: Parameters<typeof refusal>): readonly Fault[] => refusal(...estate)?.faults ?? [];

const objectOf = (chart: Chart, kind: string): ApiObject => {
  const found = chart.node.findAll().find((each) => each instanceof ApiObject && each.kind === kind);
  if (!(found instanceof ApiObject)) throw new Error(`there is no ${kind}`);
  return found;
};

test('an estate about which all is well is synthesized', () => {
  expect(faults([shop(), bakery()])).toEqual([]);
});

describe('objects of several applications', () => {
  test('are refused where they have one kind, namespace and name', () => {
    expect(faults([shop(), bakery({ exporters: [stockExporter] })])).toEqual(
      [
        'exporter-stock-exporter/deployment/Resource Deployment',
        'exporter-stock-exporter/service/Resource Service',
        'network/stock-exporter NetworkPolicy',
      ].map((each) => {
        const [path, kind] = each.split(' ');
        return {
          where: `bakery/${path} metadata.name`,
          what: 'stock-exporter',
          code: 'name-twice',
          why: `shop/${path} is a ${kind} of this name in this namespace too`,
          cure: 'give one of the two another name',
        };
      }),
    );
  });

  test('may have one name in different namespaces', () => {
    const exporters = [
      exporter('stock-exporter', { ...stockExporter, namespace: 'bakery-prod', metrics: [stockMetrics] }),
    ];
    expect(faults([shop(), bakery({ exporters })])).toEqual([]);
  });
});

describe('data sources', () => {
  const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });

  test('are refused where two of the estate have one uid', () => {
    expect(faults([shop({ logs }), bakery({ logs })])).toEqual([
      {
        where: 'bakery/datasources/loki/config-map data["bakery-loki.yaml"]',
        what: 'loki',
        code: 'name-twice',
        why: 'the data source of shop/datasources/loki/config-map has this uid too',
        cure: 'leave one of the two out: one agent for logs can read the namespaces of both applications',
      },
    ]);
  });

  test('are refused where two of the estate have one name', () => {
    const loki = datasource('loki', { uid: 'loki-of-bakery', name: 'Loki' });
    expect(faults([shop({ logs }), bakery({ logs, datasources: { loki } })])).toMatchObject([
      { what: 'Loki', why: 'the data source of shop/datasources/loki/config-map has this name too' },
    ]);
  });

  test('are taken where each is one', () => {
    expect(faults([shop({ logs }), bakery()])).toEqual([]);
  });

  test('are found only where Grafana’s sidecar finds them', () => {
    const unlabelled = (chart: Chart) =>
      new ConfigMap(chart, 'by-hand', {
        metadata: { name: 'by-hand' },
        data: { 'a.yaml': '{ datasources: [{ uid: loki }, { uid: loki }] }' },
      });
    expect(faults([shop()], unlabelled)).toEqual([]);
  });
});

describe('dashboards', () => {
  test('are refused where two of the estate have one uid (mistake 25)', () => {
    const dashboards = [drawing(openBaskets, { uid: 'shop' })];
    expect(faults([shop(), bakery({ title: 'Bakery', dashboards, platform: [shopMetrics] })])).toEqual([
      {
        where: 'bakery/dashboards/shop data["shop.json"]',
        what: 'shop',
        code: 'name-twice',
        why: 'the dashboard of shop/dashboards/shop has this uid too',
        cure: 'give one of the two dashboards another uid',
      },
    ]);
  });

  test('are refused in a folder that is a path, whoever wrote it there (mistake 65)', () => {
    const whole = shop();
    const dashboards = whole.dashboards.map((each) => ({ ...each, folder: 'teams/shop' }));
    expect(faults([{ ...whole, dashboards }])).toEqual([
      {
        where: "shop/dashboards 'Shop'.folder",
        what: 'teams/shop',
        code: 'bad-folder',
        why: "'teams/shop' is a path: of it Grafana would take 'shop' alone",
        cure: "write 'teams · shop'",
      },
    ]);
  });

  /** A ConfigMap that somebody made beside the application's own. */
  const map = (data: Readonly<Record<string, string>>) => (chart: Chart) =>
    new ConfigMap(chart, 'by-hand', {
      metadata: { name: 'by-hand', labels: { grafana_dashboard: '1' } },
      data,
    });

  test('are refused where the sidecar would write two into one file (mistake 25)', () => {
    const another = JSON.stringify({ uid: 'another', panels: [] });
    expect(faults([shop()], map({ 'shop.json': another }))).toEqual([
      {
        where: 'shop/by-hand data["shop.json"]',
        what: 'shop.json',
        code: 'written-twice',
        why: "shop/dashboards/shop has this key too, and Grafana's sidecar writes both into one file",
        cure: 'give one of the two dashboards another uid',
      },
    ]);
  });

  test('are refused where Grafana would find none (mistake 22)', () => {
    const wrapped = JSON.stringify({ dashboard: { uid: 'another', panels: [] } });
    expect(faults([shop()], map({ 'wrapped.json': wrapped, 'text.json': 'no JSON' }))).toEqual(
      ['wrapped.json', 'text.json'].map((key) => ({
        where: `shop/by-hand data["${key}"]`,
        what: key,
        code: 'no-dashboard',
        why: 'Grafana finds no dashboard with uid and panels here',
        cure: 'write the model itself as JSON, not one wrapped in {"dashboard": …}',
      })),
    );
  });
});

describe('what Prometheus does not select is refused (mistake 9):', () => {
  const label = '/metadata/labels/release';

  test.each([
    ['PrometheusRule', 'shop/rules/shop'],
    ['ServiceMonitor', 'shop/scrape-shop/service-monitor'],
  ])('a %s without the label of its release', (kind, path) => {
    const unlabel = (chart: Chart) => objectOf(chart, kind).addJsonPatch(JsonPatch.remove(label));
    expect(faults([shop()], unlabel)).toEqual([
      {
        where: `${path} metadata.labels.release`,
        what: '(no label)',
        code: 'not-selected',
        why: `Prometheus of the release prometheus does not select this ${kind}`,
        cure: 'label it release: prometheus, as the chart of the application does by itself',
      },
    ]);
  });

  test('a PrometheusRule of another release', () => {
    const relabel = (chart: Chart) =>
      objectOf(chart, 'PrometheusRule').addJsonPatch(JsonPatch.replace(label, 'other'));
    expect(faults([shop()], relabel)).toMatchObject([{ what: 'other' }]);
  });
});

describe('a secret in a manifest is refused (mistake 19):', () => {
  const container = '/spec/template/spec/containers/0';
  const argument = (text: string) => (chart: Chart) =>
    objectOf(chart, 'Deployment').addJsonPatch(JsonPatch.replace(`${container}/args`, [text]));

  // Put together here, so that no scanner of secrets takes them for real ones.
  test.each([
    ['an incoming webhook of Slack', ['https://hooks.slack.com', 'services', 'T0', 'B0', 'x'].join('/')],
    ['a webhook of Discord', ['https://discord.com', 'api', 'webhooks', '123456789', 'x'].join('/')],
    [
      'a workflow of Microsoft Teams',
      ['https://prod-1.logic.azure.com:443', 'workflows', 'x', 'triggers?sp=x&sig=x'].join('/'),
    ],
    ['a token of a bot of Telegram', ['123456789', 'a'.repeat(35)].join(':')],
    ['a token of Slack', ['xoxb', '123456789012', 'abc'].join('-')],
    ['a private key', ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ')],
    ['an access key of AWS', `AKIA${'A'.repeat(16)}`],
    ['a token of GitHub', `ghp_${'a'.repeat(36)}`],
    ['a JSON web token', ['eyJhbGciOiJIUzI1', 'eyJzdWIiOiIxMjM0In0', 'x'].join('.')],
    ['a password in a URL', ['postgresql://shop', 'hunter2@db:5432/shop'].join(':')],
    ['a password in a URL', ['redis://', 'hunter2@redis:6379'].join(':')],
    ['the value of a secret variable', 'x PGPASSWORD=hunter2'],
    ['a secret as an option', 'x --redis.addr=y --password=hunter2'],
  ])('%s', (what, text) => {
    expect(faults([shop()], argument(`--url=${text}`))).toEqual([
      {
        where: 'shop/exporter-stock-exporter/deployment/Resource spec.template.spec.containers[0].args[0]',
        what: '(not shown)',
        code: 'secret-in-the-open',
        why: `${what} would be committed and readable by everybody`,
        cure: 'put it into a Secret and refer to it with secret(name, key)',
      },
    ]);
  });

  test('the value of a variable that is called after a secret', () => {
    const exporters = [
      exporter('stock', {
        ...stockExporter,
        environment: { STOCK_PASSWORD: 'x' },
        metrics: [stockMetrics],
      }),
    ];
    const found = faults([shop({ exporters })]);
    expect(found).toMatchObject([
      {
        where: 'shop/exporter-stock/deployment/Resource spec.template.spec.containers[0].env[0].value',
        what: '(not shown)',
        code: 'secret-in-the-open',
        why: 'the value of a secret variable would be committed and readable by everybody',
      },
    ]);
  });

  test('a Secret itself', () => {
    const secret = (chart: Chart) =>
      new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'stock' } });
    expect(faults([shop()], secret)).toContainEqual(
      expect.objectContaining({
        where: 'shop/secret kind',
        code: 'secret-in-the-open',
        why: 'a Secret would be committed and readable by everybody',
      }),
    );
  });

  test.each([
    'http://stock:9200/metrics',
    'https://git.example/shop?path=a:b@main',
    'postgresql://$(USER):$(PASSWORD)@db:5432/shop',
    '--password-file=/etc/secret',
  ])('but not %s', (text) => {
    expect(faults([shop()], argument(text))).toEqual([]);
  });
});

test('the faults of all laws and of all applications are shown together', () => {
  const lost = shop({
    services: [],
    exporters: [],
    groups: alerting(
      tooMany('TooManyBaskets', openBasketsAnywhere),
      tooMany('TooManyItems', stock, { severity: 'critical' }),
    ),
    routing: toSlack({ matchers: { severity: 'warning' } }),
    dashboards: [],
  });
  const empty = bakery({ groups: alerting(tooMany('TooManyItems', stock)), services: [] });
  expect(refusal([lost, empty])?.message).toMatchInlineSnapshot(`
    "shop: 4 faults
      shop/scrape-shop spec.selector: the ServiceMonitor selects no Service that is declared (the same cause hits 1 more: app: shop, tier: web in shop-staging); declare the Service in services of application('shop', …)
          app: shop, tier: web in shop-prod
      shop/rules: TooManyItems reads stock_items, which nothing that shop scrapes exports; add its catalogue to a scrape, an exporter or the platform of the application
          last_over_time(sum(stock_items{namespace="shop-prod"})[2m:15s]) > 100
      shop/rules: TooManyBaskets reads shop_baskets of every namespace, of other environments and applications too; narrow the catalogue: narrowed(metrics, { namespace: '…' })
          sum(last_over_time(shop_baskets[2m])) > 100
      shop/routing: no route takes it: the routing is for alerts with severity="warning", and it has severity="critical"; give the alert such a label severity, or change the matchers of the routing
          TooManyItems

    bakery: 2 faults
      bakery/scrape-bakery spec.selector: the ServiceMonitor selects no Service that is declared; declare the Service in services of application('bakery', …)
          app: bakery in bakery-prod
      bakery/rules: TooManyItems reads stock_items, which nothing that bakery scrapes exports; add its catalogue to a scrape, an exporter or the platform of the application
          last_over_time(sum(stock_items{namespace="shop-prod"})[2m:15s]) > 100"
  `);
});
