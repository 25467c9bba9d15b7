import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { readDashboards } from '#incoming/dashboards/read.js';
import { model, panel } from './sample.js';

const shop = model();
const json = JSON.stringify(shop);
const read = (text: string) => readDashboards([{ file: 'shop', text }]);

const configMap = (data: object, metadata: object = {}) => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', data },
  metadata: { name: 'shop', ...metadata },
});
const ofOperator = (spec: object) => ({
  ...{ apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaDashboard' },
  ...{ metadata: { name: 'shop' }, spec: { instanceSelector: {}, ...spec } },
});

describe('a dashboard is read', () => {
  test.each([
    ['as JSON', json],
    ['as the API of Grafana wraps it', JSON.stringify({ dashboard: shop, meta: { slug: 'shop' } })],
    ['from a ConfigMap', stringify(configMap({ 'shop.json': json }))],
    [
      'from a List of ConfigMaps',
      stringify({ kind: 'ConfigMapList', items: [configMap({ 'shop.json': json })] }),
    ],
    ['from a GrafanaDashboard', stringify(ofOperator({ json }))],
    ['from one that is compressed', stringify(ofOperator({ gzipJson: gzipSync(json).toString('base64') }))],
    ['from several documents', `kind: Service\n---\n${stringify(configMap({ 'shop.json': json }))}`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ dashboards: [{ file: 'shop', model: shop }], faults: [] });
  });

  test.each([
    ['a ConfigMap', configMap({ 'shop.json': json }, { annotations: { grafana_folder: 'Teams' } })],
    ['a GrafanaDashboard', ofOperator({ json, folder: 'Teams' })],
  ])('with the folder that %s names', (_, object) => {
    expect(read(stringify(object)).dashboards).toMatchObject([{ folder: 'Teams' }]);
  });

  test('of rows, as before Grafana 5', () => {
    const old = { title: 'Old', schemaVersion: 14, rows: [{ panels: [panel()] }] };
    expect(read(JSON.stringify(old)).dashboards).toHaveLength(1);
  });
});

test('of two dashboards of one uid the first is read, and the other told', () => {
  const other = JSON.stringify(model([panel()], { title: 'Other', uid: 'SHOP-overview' }));
  const { dashboards, faults } = readDashboards([
    { file: 'one.json', text: json },
    { file: 'other.json', text: other },
  ]);
  expect([dashboards.map(({ file }) => file), faults.map(({ where, why }) => `${where}: ${why}`)]).toEqual([
    ['one.json'],
    ["other.json: 'Other' has the uid of a dashboard in one.json, and Grafana keeps one of the two"],
  ]);
});

describe('what is no dashboard', () => {
  test.each([
    ['another JSON', '{"a": 1}'],
    ['rules', 'groups:\n- name: shop\n  rules: []\n'],
    ['a ConfigMap of something else', stringify(configMap({ 'a.json': '{}', 'b.yaml': 'a: 1' }))],
    ['what is neither JSON nor YAML', '{ "a": ['],
  ])('is passed over: %s', (_, text) => {
    expect(read(text)).toEqual({ dashboards: [], faults: [] });
  });

  test.each([
    ['it has no panels', JSON.stringify(model([]))],
    ['it holds no dashboard as JSON', stringify(ofOperator({ json: '{' }))],
    ['its dashboard stands elsewhere, as url says', stringify(ofOperator({ url: 'https://example.org' }))],
    [
      'it holds no dashboard as JSON',
      stringify(configMap({ 'shop.json': '{}' }, { labels: { grafana_dashboard: '1' } })),
    ],
  ])('is told where it should be one: %s', (why, text) => {
    expect(read(text).faults).toMatchObject([{ where: 'shop', code: 'no-dashboard', why }]);
  });
});
