import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { describe, expect, test } from '@jest/globals';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { Dashboards } from '#constructs/dashboards.js';
import {
  type DashboardForm,
  grafanaDashboards,
  persesConfigMaps,
  persesDashboards,
} from '#dashboards/form.js';
import { fieldText, isObject } from '#ground/field.js';
import { objectAt, textAt } from '#ground/json.js';
import { grafanaDashboardSpec } from '#imports/crd/grafana-dashboard.js';
import { grafanaDatasourceSpec } from '#imports/crd/grafana-datasource.js';
import { persesDashboardSpec } from '#imports/crd/perses-dashboard.js';
import { persesDatasourceSpec } from '#imports/crd/perses-datasource.js';
import { vmPodScrapeSpec } from '#imports/crd/vm-pod-scrape.js';
import { vmProbeSpec } from '#imports/crd/vm-probe.js';
import { vmRuleSpec } from '#imports/crd/vm-rule.js';
import { vmServiceScrapeSpec } from '#imports/crd/vm-service-scrape.js';
import { vmStaticScrapeSpec } from '#imports/crd/vm-static-scrape.js';
import { manifestFaults } from '#imports/kinds.js';
import { estate } from '../estate.js';
import { objectsIn, objectsOf } from '../synth/estate/objects.js';
import { keptInVictoriaMetrics } from '../delivery/kept.js';
import { scatteredShop } from '../synth/estate/found.js';
import { probingShop } from '../synth/estate/probing.js';
import { drawing, openBaskets, shop } from '../synth/estate/shop.js';

/** The schema of a CRD's `spec`, as its operator publishes it: descriptions and defaults are left out. */
const published = (name: string): unknown =>
  JSON.parse(readFileSync(`test/imports/crds/${name}.json`, 'utf8'));

const kinds = [
  ['grafana-dashboards', grafanaDashboardSpec],
  ['grafana-datasources', grafanaDatasourceSpec],
  ['perses-dashboards', persesDashboardSpec],
  ['perses-datasources', persesDatasourceSpec],
  ['vm-pod-scrapes', vmPodScrapeSpec],
  ['vm-probes', vmProbeSpec],
  ['vm-rules', vmRuleSpec],
  ['vm-service-scrapes', vmServiceScrapeSpec],
  ['vm-static-scrapes', vmStaticScrapeSpec],
] as const;

/** Where one schema says otherwise than another that knows more. */
const otherwise = (part: unknown, whole: unknown, at = ''): readonly string[] => {
  if (!isObject(part)) return JSON.stringify(part) === JSON.stringify(whole) ? [] : [at];
  return Object.entries(part).flatMap(([key, each]) =>
    otherwise(each, isObject(whole) ? whole[key] : undefined, `${at}/${key}`),
  );
};

/** What is written here, and must be in the CRD, but for plugins, of which Perses' CRD says no more than that they are there. */
const asPublished = (name: string) => {
  const { spec } = objectAt(published(name));
  const closed: unknown = JSON.parse(JSON.stringify(spec), (_, each: unknown) =>
    isObject(each) && isObject(each['properties']) ? { ...each, additionalProperties: false } : each,
  );
  return new Ajv2019({
    allErrors: true,
    strict: false,
    formats: { duration: true, byte: true, int32: true, int64: true },
  }).compile(objectAt(closed));
};

describe('the schema of an object', () => {
  test.each(kinds)('of %s says nothing else than its CRD does', (name, schema) => {
    expect(otherwise(schema, objectAt(published(name))['spec'])).toEqual([]);
  });
});

const loki = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
const forms: readonly DashboardForm[] = [
  grafanaDashboards({ instances: { dashboards: 'grafana' }, resyncPeriod: '1h' }),
  persesDashboards({ instances: { app: 'perses' } }),
  persesConfigMaps({ project: 'shop' }),
];
const written = [
  ...objectsOf(shop({ dashboardsAs: forms, logs: loki })),
  ...[shop(), scatteredShop(), probingShop()].flatMap((each) => keptInVictoriaMetrics(each)),
  ...estate.flatMap(({ name, dashboards }) =>
    objectsIn((chart) => new Dashboards(chart, name, { dashboards, dashboardsAs: forms })),
  ),
].filter(({ apiVersion }) =>
  /^(grafana\.integreatly\.org|operator\.victoriametrics\.com|perses\.dev)\//.test(apiVersion),
);

describe('what is written for operators', () => {
  test('is of each kind', () => {
    expect([...new Set(written.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`))].toSorted()).toEqual(
      kinds
        .map(([name]) => `${textAt(published(name), 'apiVersion')} ${textAt(published(name), 'kind')}`)
        .toSorted(),
    );
  });

  test.each(kinds.map(([name]) => name))('is taken by the CRD of %s as it is published', (name) => {
    const validate = asPublished(name);
    const kind = textAt(published(name), 'kind');
    const refused = written
      .filter((each) => each.kind === kind)
      .flatMap((each) => {
        validate(each['spec']);
        return (validate.errors ?? []).map(
          ({ instancePath, message }) => `${each.metadata.name} ${instancePath} ${message}`,
        );
      });
    expect(refused).toEqual([]);
  });
});

describe('an object of a CRD', () => {
  const of = (spec: object) =>
    manifestFaults({
      ...{ apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaDashboard' },
      ...{ metadata: { name: 'shop' }, spec: { instanceSelector: {}, json: '{}', ...spec } },
    }).map(({ field, why, cure }) => `${fieldText(field)}: ${why}; ${cure}`);

  test.each([
    [
      { resyncPeriods: '1h' },
      'spec.resyncPeriods: GrafanaDashboard has no such field here; write resyncPeriod',
    ],
    [{ json: 1 }, 'spec.json: must be string; write a string'],
    [{ instanceSelector: undefined }, 'spec.instanceSelector: is missing; add instanceSelector'],
    [
      { instanceSelector: { matchLabels: { app: 1 } } },
      'spec.instanceSelector.matchLabels.app: must be string; write a string',
    ],
    [
      { resyncPeriod: '1d' },
      'spec.resyncPeriod: does not match ^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$; write what matches ^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$',
    ],
  ])('is refused with %j', (spec, told) => {
    expect(of(spec)).toEqual([told]);
  });

  test('is taken where all is well', () => {
    expect(of({ resyncPeriod: '1h30m' })).toEqual([]);
  });
});

test('the uid of a data source is one that Grafana takes', () => {
  const faults = manifestFaults({
    ...{ apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaDatasource' },
    ...{ metadata: { name: 'shop' }, spec: { instanceSelector: {}, datasource: {}, uid: 'x'.repeat(41) } },
  });
  expect(faults.map(({ why }) => why)).toEqual(['is longer than 40 characters']);
});

test('a dashboard is the same JSON in each form for Grafana', () => {
  const objects = objectsOf(shop({ dashboards: [drawing(openBaskets)], dashboardsAs: forms }));
  const [json] = objects
    .filter(({ kind }) => kind === 'GrafanaDashboard')
    .map((each) => textAt(each, 'spec', 'json'));
  const [usual] = objectsOf(shop()).filter(({ kind }) => kind === 'ConfigMap');
  expect(json).toEqual(textAt(usual, 'data', 'shop.json'));
});
