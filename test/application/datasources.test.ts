import { describe, expect, test } from '@jest/globals';
import type { About } from '#application/about.js';
import { type ApplicationSpec, type Application } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { filebeat } from '#application/agent/filebeat.js';
import { host } from '#application/host/host.js';
import { type DashboardSpec, dashboard } from '#dashboards/dashboard.js';
import { datasource } from '#dashboards/datasource.js';
import { logs } from '#dashboards/panel/logs.js';
import { text } from '#dashboards/panel/text.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { labelValues } from '#dashboards/variable.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { parse } from 'yaml';
import { contentOf, render, textOf } from '../hosts/rendered.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { openBaskets, shop, shopMetrics } from '../synth/estate/shop.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { gauge } from '#promql/metric/declare.js';

const team = datasource('prometheus', { uid: 'P1809F7CD0C75ACF3', name: 'Team' });
const thanos = datasource('prometheus', { uid: 'thanos', name: 'Thanos' });
const ourLoki = datasource('loki', { uid: 'our-loki', name: 'Our Loki' });
const ourElasticsearch = datasource('elasticsearch', { uid: 'our-logs', name: 'Our logs' });

const description = 'What it shows.';
const signal = timeseries('Signal', { description, signal: openBaskets });
const ofThanos = timeseries('All clusters', { description, signal: openBaskets, datasource: thanos });
const shown =
  (panels: DashboardSpec['panels'], spec: Partial<DashboardSpec> = {}) =>
  (about: About) =>
    dashboard('Shop', { ...about, strip: false, description, panels, ...spec });

/** A shop whose Grafana calls its Prometheus otherwise, with a dashboard of these. */
const shopOf = (
  panels: DashboardSpec['panels'],
  spec: Partial<DashboardSpec> = {},
  about: Partial<ApplicationSpec> = {},
): Application => shop({ datasources: { prometheus: team }, dashboards: [shown(panels, spec)], ...about });

const modelOf = ({ dashboards: [first] }: Application) => {
  if (first === undefined) throw new Error('it has no dashboard');
  const { panels = [], annotations, templating } = dashboardModel(first);
  return { panels, marks: annotations.list ?? [], variables: templating.list };
};

describe('a data source is refused (mistake 22)', () => {
  test.each([
    [
      'a uid with a space',
      { uid: 'my prometheus', name: 'Mine' },
      "uid: 'my prometheus' is no uid of Grafana's",
    ],
    ['no uid', { uid: '', name: 'Mine' }, "uid: '' is no uid of Grafana's"],
    ['a uid that is too long', { uid: 'p'.repeat(41), name: 'Mine' }, 'at most 40 letters, digits, - and _'],
    ['no name', { uid: 'mine', name: '' }, "name: '' is no name of a data source"],
    ['a name with a space at its end', { uid: 'mine', name: 'Mine ' }, "'Mine ' is no name of a data source"],
    ['a name that is too long', { uid: 'mine', name: 'n'.repeat(191) }, 'write one to 190 letters'],
  ])('with %s', (_, spec, why) => {
    expect(() => datasource('prometheus', spec)).toThrow(why);
  });

  test('is taken with the longest that Grafana takes', () => {
    const longest = { uid: 'p'.repeat(40), name: 'n'.repeat(190) };
    expect(datasource('prometheus', longest)).toEqual({ type: 'prometheus', ...longest });
  });
});

describe('where Grafana calls its Prometheus otherwise, that is what is asked by', () => {
  const variables = [labelValues('namespace', shopMetrics.requests)];
  const used = timeseries('Signal', {
    description,
    signal: sum(value(shopMetrics.baskets.where({ namespace: variables[0] ?? '' }))),
  });
  const model = modelOf(shopOf([used], { variables }));
  const reference = { type: 'prometheus', uid: 'P1809F7CD0C75ACF3' };

  test('panels and their queries', () => {
    expect(model.panels[0]).toMatchObject({ datasource: reference, targets: [{ datasource: reference }] });
  });

  test('variables', () => {
    expect(model.variables).toMatchObject([{ datasource: reference }]);
  });

  test('marks of alerts that fire', () => {
    expect(model.marks).toMatchObject([{ datasource: reference, target: { datasource: reference } }]);
  });

  test('nothing by the usual name', () => {
    expect(JSON.stringify(model)).not.toContain('"uid":"prometheus"');
  });
});

test('a panel that shows what is written in it asks nothing', () => {
  const model = modelOf(shopOf([text('Note', { description, markdown: 'Hello.' }), signal]));
  expect(model.panels[0]).toMatchObject({ datasource: { type: 'grafana', uid: '-- Grafana --' } });
});

describe('another data source that is declared is asked', () => {
  const further = { otherDatasources: [thanos] };

  test('by a panel that names it, and by no other', () => {
    const { panels } = modelOf(shopOf([ofThanos, signal], {}, further));
    const ofQueries = panels.filter((panel) => 'targets' in panel);
    const another = ofQueries.filter(({ datasource: asked }) => asked?.uid === 'thanos');
    expect([another.map(({ title }) => title), ofQueries.length > 1]).toEqual([['All clusters'], true]);
  });

  test('by all of a dashboard that names it', () => {
    const whole = (about: About) =>
      shown([signal], { datasources: { ...about.datasources, prometheus: thanos } })(about);
    const model = modelOf(shop({ ...further, datasources: { prometheus: team }, dashboards: [whole] }));
    expect([model.panels[0]?.datasource?.uid, model.marks[0]?.datasource?.uid]).toEqual(['thanos', 'thanos']);
  });

  test('for what others scrape: that is not known here', () => {
    const foreign = gauge('cluster_nodes', { help: 'Nodes.' });
    const panel = timeseries('Nodes', { signal: sum(value(foreign)), datasource: thanos });
    const law = (panels: DashboardSpec['panels']) =>
      everyMetricIsScraped({ applications: [shopOf(panels, {}, further)], objects: [] });
    const { datasource: _, ...own } = panel;
    expect([law([panel]).length, law([own]).length]).toEqual([0, 1]);
  });
});

describe('a dashboard that asks what nobody declares is refused (mistake 22):', () => {
  test('by a panel', () => {
    expect(() => shopOf([ofThanos])).toThrow(
      "application 'shop': dashboards 'Shop'.All clusters: it asks the prometheus thanos, which the application does not declare; add it to otherDatasources, or write one of: P1809F7CD0C75ACF3",
    );
  });

  test('by a variable', () => {
    const variables = [labelValues('namespace', shopMetrics.requests, { datasource: thanos })];
    const panels = [
      timeseries('Signal', {
        description,
        signal: sum(value(shopMetrics.baskets.where({ namespace: variables[0] ?? '' }))),
      }),
    ];
    expect(() => shopOf(panels, { variables })).toThrow("dashboards 'Shop'.$namespace: it asks");
  });

  test('by a uid that is of another kind', () => {
    const otherDatasources = [datasource('loki', { uid: 'thanos', name: 'Logs' })];
    expect(() => shopOf([ofThanos], {}, { otherDatasources })).toThrow('it asks the prometheus thanos');
  });
});

test.each([
  ['uid', datasource('loki', { uid: 'prometheus', name: 'Logs' })],
  ['name', datasource('prometheus', { uid: 'second', name: 'Prometheus' })],
])('two data sources of one %s are refused', (field, again) => {
  expect(() => shop({ otherDatasources: [again] })).toThrow(
    `application 'shop': datasources: the prometheus and another ${again.type} have the ${field} ${again[field as 'uid']}, and Grafana has one data source of it`,
  );
});

describe('what is provisioned is called as panels call it (mistake 22):', () => {
  const loki = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });

  test('Loki in a cluster', () => {
    const log = logs('Log', { description, logql: '{app="shop"}' });
    const ours = shopOf([log], {}, { datasources: { loki: ourLoki }, logs: loki });
    const written = parse(
      String(at(only(objectsOf(ours), 'ConfigMap', 'shop-loki'), 'data', 'shop-loki.yaml')),
    );
    expect([written, modelOf(ours).panels[0]?.datasource]).toMatchObject([
      { datasources: [{ name: 'Our Loki', type: 'loki', uid: 'our-loki' }] },
      { type: 'loki', uid: 'our-loki' },
    ]);
  });

  test('Prometheus and Elasticsearch of a host', () => {
    const elasticsearch = { hosts: ['http://elasticsearch:9200'] } as const;
    const agent = filebeat({ inputs: [{ service: 'shop', paths: ['/var/log/shop/*.log'] }], elasticsearch });
    const datasources = { prometheus: team, elasticsearch: ourElasticsearch };
    const { files } = render(host(shop({ datasources, logs: agent })));
    expect(contentOf(files, 'grafana/provisioning/datasources/datasources.yml')).toMatchObject({
      datasources: [
        { name: 'Team', type: 'prometheus', uid: 'P1809F7CD0C75ACF3', isDefault: true },
        { name: 'Our logs', type: 'elasticsearch', uid: 'our-logs' },
      ],
    });
  });
});

describe('a host, which has no Grafana but its own,', () => {
  const { files } = render(host(shopOf([signal, ofThanos], {}, { otherDatasources: [thanos] })));

  test('leaves out panels that ask another data source', () => {
    expect(Object.entries(files).filter(([, content]) => content.includes('thanos'))).toEqual([]);
  });

  test('tells that it does', () => {
    expect(textOf(files, 'README.md')).toContain('panel Shop / All clusters');
  });
});
