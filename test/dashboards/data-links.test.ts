import { describe, expect, test } from '@jest/globals';
import { leftByPerses } from '#dashboards/perses/dashboard.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { labelValues } from '#dashboards/variable.js';
import { listAt, textAt } from '#ground/json.js';
import { openBaskets, rendered, requests, shop, usedMemory } from './fixture.js';

const description = 'How much.';
const memory = timeseries('Memory', { description, signal: usedMemory });
const open = timeseries('Open', { description, signal: openBaskets });
const inLoki = {
  keptBy: 'loki',
  query: '{namespace="shop"}',
  ofPod: (pod: string) => ` | pod="${pod}"`,
} as const;
const inElasticsearch = { keptBy: 'elasticsearch', query: 'service.name:(shop)' } as const;

/** The addresses to which a panel's values lead, by what they are of. */
const leads = (panel: typeof memory, spec: Parameters<typeof rendered>[1]) =>
  (rendered(panel, spec).fieldConfig?.overrides ?? []).flatMap(({ matcher, properties }) =>
    properties
      .filter(({ id }) => id === 'links')
      .flatMap(({ value }) => listAt({ value }, 'value'))
      .map((link) => [String(matcher.options), textAt(link, 'url') ?? ''] as const),
  );

/** What Explore is told. */
const panesOf = (url: string): unknown =>
  JSON.parse(new URL(url, 'https://grafana.example.org').searchParams.get('panes') ?? '');

describe('each series leads to its logs', () => {
  test('in the range that is shown', () => {
    const [[, url] = ['', '']] = leads(open, { logs: inLoki });
    expect(panesOf(url)).toMatchObject({ logs: { range: { from: '${__from}', to: '${__to}' } } });
  });

  test('of its pod alone where it is of one', () => {
    const [, [query, url] = ['', '']] = leads(memory, { logs: inLoki });
    expect([query, panesOf(url)]).toMatchObject([
      'A',
      { logs: { queries: [{ expr: '{namespace="shop"} | pod="${__field.labels.pod}"' }] } },
    ]);
  });

  test('in Elasticsearch', () => {
    const [[, url] = ['', '']] = leads(open, { logs: inElasticsearch });
    expect(panesOf(url)).toMatchObject({
      logs: { datasource: 'elasticsearch', queries: [{ query: 'service.name:(shop)' }] },
    });
  });

  test('by what Grafana fills in, and nothing else is left unencoded', () => {
    const [, [, url] = ['', '']] = leads(memory, { logs: inLoki });
    expect(url.replaceAll(/\$\{__[\w.]+\}/g, '')).toMatch(/^\/explore\?[\w.%=&~!*'()-]+$/);
  });

  test('nowhere where its application has none', () => {
    expect(leads(open, {})).toEqual([]);
  });
});

describe('a value of a table', () => {
  const path = labelValues('path', requests, { multiple: true });
  const paths = table('Paths', {
    description,
    rows: openBaskets,
    columns: { path: 'Path' },
    chooses: { path },
  });
  const chosen = timeseries('Chosen', { description, signal: openBaskets });

  test('is chosen in a variable of the dashboard by a click', () => {
    expect(leads(paths, { variables: [path] })).toEqual([
      ['Path', '/d/shop?${__url_time_range}&var-path=${__value.raw}'],
    ]);
  });

  test('is refused where the dashboard has no such variable', () => {
    expect(() => shop([paths, chosen])).toThrow('refers to $path, which is no variable of this dashboard');
  });
});

test('Perses, which has no such links, is told of', () => {
  expect(leftByPerses(shop([open], { logs: inLoki })).map(({ why }) => why)).toEqual([
    "Perses has no word for links from series ('Open')",
  ]);
});
