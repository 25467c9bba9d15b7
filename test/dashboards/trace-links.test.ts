import { describe, expect, test } from '@jest/globals';
import { usual } from '#dashboards/datasource.js';
import { linksOf, togetherIn } from '#dashboards/trace-links.js';
import { valueAt } from '#ground/field.js';
import { isPromQL } from './promql.js';

const { prometheus, loki, elasticsearch, tempo, jaeger } = usual;
const all = togetherIn([loki, tempo], usual);

describe.each([tempo, jaeger])('from a trace in $name', (source) => {
  const links = linksOf(source, togetherIn([loki, source], usual));

  test('its service’s lines are found that hold its id, by the labels that the agent for logs sets', () => {
    expect(links['tracesToLogsV2']).toMatchObject({
      datasourceUid: 'loki',
      filterByTraceID: true,
      tags: [
        { key: 'service.name', value: 'app' },
        { key: 'k8s.namespace.name', value: 'namespace' },
      ],
    });
  });

  test('its service’s metrics are asked for in queries that Prometheus reads', () => {
    const queries = valueAt(links, ['tracesToMetrics', 'queries']);
    const read = (Array.isArray(queries) ? queries : []).map((each) =>
      String(valueAt(each, ['query']))
        .replaceAll('$$__tags', 'service_name="shop"')
        .replaceAll('$$__rate_interval', '5m'),
    );
    expect([read.length, read.filter((each) => !isPromQL(each))]).toEqual([3, []]);
  });
});

describe('to a trace', () => {
  test('leads a line of JSON that names one', () => {
    const [field] = [valueAt(linksOf(loki, all), ['derivedFields', 0])];
    const found = new RegExp(String(valueAt(field, ['matcherRegex']))).exec(
      '{"level": "error", "trace_id": "0af7651916cd43dd8448eb211c80319c", "event": "failed"}',
    );
    expect([found?.[1], valueAt(field, ['datasourceUid'])]).toEqual([
      '0af7651916cd43dd8448eb211c80319c',
      'tempo',
    ]);
  });

  test('leads an exemplar, by the label that clients and collectors give it', () => {
    expect(linksOf(prometheus, all)).toEqual({
      exemplarTraceIdDestinations: [
        { name: 'trace_id', datasourceUid: 'tempo', urlDisplayLabel: 'View trace' },
      ],
    });
  });

  test('leads a document that Filebeat read of a line of JSON', () => {
    expect(linksOf(elasticsearch, togetherIn([elasticsearch, jaeger], usual))).toMatchObject({
      dataLinks: [{ field: 'json.trace_id', datasourceUid: 'jaeger' }],
    });
  });
});

test('nothing leads to traces where nobody keeps any', () => {
  const without = togetherIn([loki], usual);
  expect([prometheus, loki].map((each) => linksOf(each, without))).toEqual([{}, {}]);
});

test('a variable of Grafana’s is written twice with its sign in a file, which has variables of the environment put in', () => {
  const url = (dollar: '$$' | '$') => valueAt(linksOf(loki, all, dollar), ['derivedFields', 0, 'url']);
  expect([url('$$'), url('$')]).toEqual(['$${__value.raw}', '${__value.raw}']);
});
