import { describe, expect, test } from '@jest/globals';
import { alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { query } from '#dashboards/query.js';
import { labelValues } from '#dashboards/variable.js';
import { matcherFaults, printMatcher } from '#routing/matcher.js';
import { needsOf } from '#promql/expr/needs.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, unconventional } from '#promql/metric/declare.js';
import { count, percent } from '#promql/unit/limit.js';
import { divide } from '#promql/vector/arithmetic.js';
import { sum } from '#promql/vector/aggregate.js';
import { rawPromql } from '#promql/vector/raw.js';
import { rate, value } from '#promql/vector/select.js';
import { newestPromtool } from '#proof/tools/tool.js';
import { provenAlone } from '../proof/broken.js';

const metrics = catalog({
  requests: counter('http.server.request.count', { help: 'Requests', labels: ['service.name', 'status'] }),
  duration: histogram('http.server.request.duration', {
    help: 'How long',
    labels: ['service.name'],
    unit: 'seconds',
    buckets: [0.1, 1],
  }),
  waiting: gauge('queue.waiting', { help: 'Waiting', labels: ['service.name'] }),
});
const perService = sum(rate(metrics.requests.where({ 'service.name': 'shop' }), '5m'), {
  by: ['service.name'],
});

describe('A name with dots, as OpenTelemetry has it, is written between quotes', () => {
  test('in a selector, its matchers and an aggregation', () => {
    expect(String(perService)).toBe(
      'sum by ("service.name") (rate({"http.server.request.count", "service.name"="shop"}[5m]))',
    );
  });

  test('of a histogram, in the names of its parts', () => {
    const buckets = rawPromql('sum by (le) (rate({"http.server.request.duration_bucket"}[5m]))', {
      labels: ['le'],
      unit: 'perSecond',
      metrics: [metrics],
    });
    expect(String(buckets)).toBe('sum by (le) (rate({"http.server.request.duration_bucket"}[5m]))');
  });

  test('in a matcher of Alertmanager', () => {
    expect(printMatcher({ label: 'service.name', operator: '=', value: 'x' })).toBe('"service.name"="x"');
  });

  test('which a route may have', () => {
    expect(matcherFaults('route', { 'service.name': 'x' })).toEqual([]);
  });

  test('and without quotes in a legend of Grafana', () => {
    expect(query(perService).legend).toBe('{{service.name}}');
  });

  test('which is read by Prometheus from 3.0 on', () => {
    expect(needsOf(perService.expr).map(({ since, why }) => `${since}: ${why}`)).toEqual([
      '3.0: "service.name" is a name in quotes',
      '3.0: "http.server.request.count" is a name in quotes',
    ]);
  });
});

describe('(mistake 49) A name is refused that', () => {
  const help = 'Help';

  test.each([
    [
      'has a dash',
      () => gauge('my-metric', { help }),
      /'my-metric' is not a metric name; use letters, digits/,
    ],
    ['has a space', () => gauge('my metric', { help }), /'my metric' is not a metric name/],
    ['ends in a dot', () => gauge('my.metric.', { help }), /'my.metric.' is not a metric name/],
    ['has an empty word', () => gauge('my..metric', { help }), /'my..metric' is not a metric name/],
    ['is empty', () => unconventional.gauge('', { help, why: help }), /'' is empty/],
    ['is no text', () => unconventional.gauge('\ud800', { help, why: help }), /holds half a character/],
    ['is a label of a dash', () => gauge('a', { help, labels: ['a-b'] }), /'a-b' is not a label name/],
    ['is Prometheus’s own', () => gauge('a', { help, labels: ['__name__'] }), /is Prometheus's own/],
    [
      'Grafana does not read as a variable',
      () => labelValues('service.name', metrics.waiting),
      /Grafana's label_values\(…\) does not know 'service.name'/,
    ],
  ])('%s', (_, make, why) => {
    expect(make).toThrow(why);
  });

  test('unless somebody says that it is meant', () => {
    const odd = unconventional.gauge('my-metric', { help, labels: ['a b'], why: 'So it is.' });
    expect(String(sum(value(odd), { by: ['a b'] }))).toBe('sum by ("a b") ({"my-metric"})');
  });
});

const said = (is: { readonly value: string; readonly labels: Readonly<Record<'service.name', string>> }) => ({
  summary: `${is.labels['service.name']} waits`,
  description: `${is.value} wait.`,
  meaning: 'They wait.',
  impact: 'Late.',
  check: 'Look.',
  action: 'Act.',
});

describe('An alert of such names', () => {
  const waits = alert('TooManyWait', {
    limit: count(5),
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(sum(value(metrics.waiting), { by: ['service.name'] }), limit),
    says: { ko: said, en: said },
    proof: () => ({
      reading: {
        at: (waiting, labels) => [holds(metrics.waiting, labels, waiting)],
        well: 1,
        when: (waiting) => `${waiting} wait`,
        labels: { 'service.name': 'shop' },
      },
    }),
  });

  test('names its labels as templates of Prometheus read them', () => {
    expect(waits.texts.en?.summary).toBe('{{ index $labels "service.name" }} waits');
  });

  test('is told to need a Prometheus that reads them', () => {
    expect(waits.hints.map(({ why }) => why)).toEqual([
      'it needs Prometheus 3.0 or newer, because "service.name" is a name in quotes, "queue.waiting" is a name in quotes; an older one refuses the whole file',
    ]);
  });

  test('is proven by a promtool that reads them', async () => {
    const promtool = await newestPromtool();
    expect(promtool.version.major).toBeGreaterThanOrEqual(3);
    expect((await provenAlone(waits, { promtool })).refused).toEqual([]);
  }, 60_000);
});

test('A ratio of such names is typed', () => {
  const ratio = divide(
    sum(rate(metrics.requests.where({ status: 'error' }), '5m')),
    sum(rate(metrics.requests, '5m')),
  );
  expect(above(ratio, percent(5)).limit.value).toBe(0.05);
});
