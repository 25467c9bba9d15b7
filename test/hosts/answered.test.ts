import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { record } from '#alerts/rule/recording.js';
import { filebeat } from '#application/agent/filebeat.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { scrapesOf } from '#application/application.js';
import { metricsOf } from '#application/scrape.js';
import { logs } from '#dashboards/panel/logs.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { row } from '#dashboards/row.js';
import { answeredOnHost } from '#hosts/answered.js';
import { host } from '#application/host/host.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { selectors } from '#promql/expr/ast.js';
import { stored } from '#promql/metric/catalog.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import {
  alerting,
  drawing,
  openBaskets,
  requestRate,
  shop,
  stock,
  tooMany,
  unwatched,
} from '../synth/estate/shop.js';
import { render, rendered, textOf } from './rendered.js';

/** What only a platform exports. */
const pods = sum(value(kubeStateMetrics.deploymentAvailable.where({ namespace: 'shop-prod' })));
const platform = [kubeStateMetrics];

describe.each(rendered)('$name on a host', ({ host: { application: whole }, application, files }) => {
  test('reads by its rules nothing but what is scraped or recorded there', () => {
    const names = new Set([
      ...stored(scrapesOf(application).flatMap(metricsOf)).keys(),
      ...application.groups.flatMap(({ records }) => records.map(({ record: name }) => name)),
    ]);
    const unknown = application.groups
      .flatMap(({ records, alerts }) => [...records, ...alerts])
      .flatMap(({ expr }) => selectors(expr).map(({ metric }) => metric.name))
      .filter((name) => !names.has(name));
    expect(unknown).toEqual([]);
  });

  test('finds what the reader of a dashboard chooses among in what is scraped there', () => {
    const names = stored(scrapesOf(application).flatMap(metricsOf));
    const unknown = application.dashboards
      .flatMap(({ variables }) => variables)
      .flatMap(({ values }) => (values.type === 'query' ? [values.query] : []))
      .filter((query) => !names.has(/^label_values\((\w+)/.exec(query)?.[1] ?? ''));
    expect(unknown).toEqual([]);
  });

  test('names in its README every alert, panel and agent that is left out', () => {
    const { alerts, panels, agents } = answeredOnHost(whole);
    const readme = textOf(files, 'README.md');
    expect([...alerts, ...panels, ...agents].filter((name) => !readme.includes(name))).toEqual([]);
  });
});

describe('an application', () => {
  test('that needs nothing of a platform is handed back whole', () => {
    const whole = shop();
    expect(answeredOnHost(whole)).toEqual({ application: whole, alerts: [], panels: [], agents: [] });
  });

  test('keeps the agent that reads files of its machine', () => {
    const logs = filebeat({
      inputs: [{ service: 'shop', paths: ['/var/log/shop/*.log'] }],
      elasticsearch: { hosts: ['http://elasticsearch:9200'] },
    });
    expect(answeredOnHost(shop({ logs })).application.logs).toBe(logs);
  });

  test('loses the agent that reads what Kubernetes writes', () => {
    const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } });
    const { application: here, agents } = answeredOnHost(shop({ logs }));
    expect([here.logs, agents]).toEqual([undefined, ['fluent-bit']]);
  });

  test('of which nothing is left out says nothing of it in its README', () => {
    expect(textOf(render(host(shop())).files, 'README.md')).not.toContain('Not on a host');
  });

  test('loses a group of which no rule is left', () => {
    const groups = alerting(tooMany('TooManyPods', pods));
    expect(answeredOnHost(unwatched(shop({ groups, platform }))).application.groups).toEqual([]);
  });

  const two = [drawing(openBaskets), drawing(pods, { uid: 'shop-pods' })];

  test('loses a dashboard of which no panel is left but for what every dashboard has', () => {
    expect(
      answeredOnHost(shop({ dashboards: two, platform })).application.dashboards.map(({ uid }) => uid),
    ).toEqual(['shop']);
  });

  test('has no file of a dashboard that is lost', () => {
    const { files } = render(host(shop({ dashboards: two, platform })));
    expect(Object.keys(files).filter((path) => path.startsWith('grafana/dashboards/'))).toEqual([
      'grafana/dashboards/shop.json',
    ]);
  });

  const panel = (title: string, signal: typeof pods | typeof openBaskets) =>
    timeseries(title, { description: 'What it shows.', signal });
  const partsOf = (...panels: Parameters<typeof row>[1]) => {
    const spec = { panels: [panel('Top', openBaskets), row('Below', panels)], strip: false } as const;
    const dashboards = [drawing(openBaskets, spec)];
    const [dashboard] = answeredOnHost(shop({ dashboards, platform })).application.dashboards;
    // Alerts that no panel draws have one each at the end.
    return dashboard?.panels
      .slice(0, -1)
      .map((entry) => [entry.title, ...(entry.type === 'row' ? entry.panels.map(({ title }) => title) : [])]);
  };

  test('loses the panels of a row that read what is not there', () => {
    expect(partsOf(panel('Pods', pods), panel('Baskets', openBaskets))).toEqual([
      ['Top'],
      ['Below', 'Baskets'],
    ]);
  });

  test('loses a row of which no panel is left', () => {
    expect(partsOf(panel('Pods', pods))).toEqual([['Top']]);
  });

  test('loses a panel of logs, which Loki has', () => {
    expect(partsOf(logs('Logs', { description: 'Its log.', logql: '{app="shop"}' }))).toEqual([['Top']]);
  });

  test('loses an alert of which one side alone is not there', () => {
    const groups = alerting(
      tooMany('TooManyPerPod', divide(openBaskets, positive(pods))),
      tooMany('TooManyItems', stock),
    );
    expect(answeredOnHost(unwatched(shop({ groups, platform }))).alerts).toEqual(['TooManyPerPod']);
  });
});

describe('what is recorded', () => {
  const requests = record('shop:requests:rate5m', requestRate);
  const doubled = record('shop:requests:doubled', sum(requests.value));
  const podCount = record('shop:pods:count', pods);
  const recording = (...records: Parameters<typeof group>[1]['records'] & object) =>
    group('records', { interval: '30s', records, packs: [] });

  test('may be read, of a later group and over several steps too', () => {
    const groups = [
      ...alerting(tooMany('TooMany', doubled.value)),
      recording(doubled),
      { ...recording(requests), name: 'first' },
    ];
    expect(answeredOnHost(unwatched(shop({ groups }))).application.groups).toEqual(groups);
  });

  test('of what is not there is left out, and what reads it', () => {
    const groups = [recording(podCount, requests), ...alerting(tooMany('TooManyPods', podCount.value))];
    const { application, alerts } = answeredOnHost(unwatched(shop({ groups, platform })));
    expect([application.groups, alerts]).toEqual([[recording(requests)], ['TooManyPods']]);
  });
});
