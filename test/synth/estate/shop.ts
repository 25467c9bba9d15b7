import { type Alert, type AlertSpec, alert } from '#alerts/rule/alert.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type RuleGroup, group } from '#alerts/rule/group.js';
import type { About } from '#application/about.js';
import { type Application, type ApplicationSpec, application } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { type Dashboard, type DashboardSpec, dashboard } from '#dashboards/dashboard.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import type { OfOneUnit } from '#promql/unit/in-unit.js';
import type { Unit } from '#promql/unit/unit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import type { Vector } from '#promql/vector/vector.js';
import { slack } from '#routing/receiver/slack.js';
import { type Routing, routing } from '#routing/routing.js';
import { keyed } from '#ground/keyed.js';
import { secret } from '#ground/secret.js';

/** What a shop exports. Its label `endpoint` is the path that was asked for. */
export const shopMetrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests answered.', labels: ['endpoint', 'status'] }),
  baskets: gauge('shop_baskets', { help: 'Baskets that are open.' }),
});
export const stockMetrics = catalog({
  items: gauge('stock_items', { help: 'Items in stock.', labels: ['shelf'] }),
});

const production = { namespace: 'shop-prod' };
const { requests, baskets } = narrowed(shopMetrics, production);
const { items } = narrowed(stockMetrics, production);

/** Signals of the shop in production, and one that forgets to say so. */
export const requestRate = sum(rate(requests, '5m'));
export const openBaskets = sum(value(baskets));
export const basketsPerPod = max(value(baskets), { by: ['pod'] });
export const openBasketsAnywhere = sum(value(shopMetrics.baskets));
export const stock = sum(value(items));

const said = () => ({
  summary: 'Too many.',
  description: 'Too many.',
  meaning: 'Too many.',
  impact: 'Some.',
  check: 'Look.',
  action: 'Act.',
});

/** An alert of which only the signal matters, or what else is said of it. */
export const tooMany = <L extends string, U extends Unit>(
  name: string,
  signal: Vector<L, U>,
  spec: Partial<
    Pick<AlertSpec<L, U>, 'labels' | 'for' | 'keepFiringFor' | 'during' | 'severity' | 'component'>
  > = {},
): Alert<L, U> =>
  alert(name, {
    limit: { value: 100, unit: signal.unit },
    when: ({ limit }) => ({ signal, operator: '>', limit }),
    for: '5m',
    severity: 'warning',
    says: { ko: said, en: said },
    proof: () => ({
      fires: [
        {
          when: 'there are too many',
          series: [],
          labels: keyed(signal.labels, () => 'x'),
          value: '101',
        },
      ],
      quiet: [{ when: 'there are few', series: [] }],
    }),
    ...spec,
  });

/** A group of these alerts. */
export const alerting = (...alerts: readonly AlertRule[]): readonly RuleGroup[] => [
  group('shop', { interval: '30s', packs: [Object.fromEntries(alerts.map((each) => [each.name, each]))] }),
];

/** A dashboard of one panel that draws the signal. */
export const drawing =
  <L extends string, U extends Unit>(
    signal: Vector<L, U> & OfOneUnit<U>,
    spec: Partial<DashboardSpec> = {},
  ) =>
  (about: About): Dashboard =>
    dashboard('Shop', {
      ...about,
      description: 'How the shop is doing.',
      panels: [timeseries('Signal', { description: 'What it shows.', signal })],
      ...spec,
    });

export const web = service('shop', {
  namespaces: ['shop-prod', 'shop-staging'],
  labels: { app: 'shop', tier: 'web' },
  ports: { http: 8000, admin: 8001 },
});
export const scraped = scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics] });

export const stockExporter = exporter('stock-exporter', {
  namespace: 'shop-prod',
  image: 'registry.example/stock-exporter:v1.2.3',
  port: 9200,
  args: ['--verbose'],
  environment: { STOCK_HOST: 'stock', STOCK_PASSWORD: secret('stock', 'password') },
  metrics: [stockMetrics],
});

/** Tells the shop's Slack channel. */
export const toSlack = (spec: { readonly matchers?: Readonly<Record<string, string>> } = {}): Routing =>
  routing({
    language: 'en',
    receivers: { slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) },
    route: { receiver: 'slack', ...spec },
  });

/** A shop about which all is well, but for what else is said of it. */
export const shop = (spec: Partial<ApplicationSpec> = {}, name = 'shop'): Application =>
  application(name, {
    title: 'Shop',
    language: 'en',
    namespace: 'shop-prod',
    services: [web],
    scrapes: [scraped],
    exporters: [stockExporter],
    groups: alerting(tooMany('TooManyRequests', requestRate), tooMany('TooManyItems', stock)),
    dashboards: [drawing(openBaskets)],
    routing: toSlack(),
    runbook: (alert) => `https://runbooks.example/shop/${alert}.md`,
    ...spec,
  });

/** The same with none but the alerts that it was given: without those that watch its scrapes by themselves. */
export const unwatched = (whole: Application): Application => ({
  ...whole,
  groups: whole.groups.filter(({ name }) => name !== `${whole.name}-scrapes`),
});

/** Another application, which shares nothing with the shop. */
export const bakery = (spec: Partial<ApplicationSpec> = {}): Application => {
  const oven = service('bakery', {
    namespaces: ['bakery-prod'],
    labels: { app: 'bakery' },
    ports: { http: 8000 },
  });
  return shop(
    {
      namespace: 'bakery-prod',
      services: [oven],
      scrapes: [scrape(oven, { port: 'http', interval: '30s', metrics: [] })],
      exporters: [],
      groups: [],
      dashboards: [],
      ...spec,
    },
    'bakery',
  );
};
