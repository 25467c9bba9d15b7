import { describe, expect, test } from '@jest/globals';
import { catalog, collidingLabels, narrowed, stored } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, unconventional } from '#promql/metric/declare.js';
import { not, variable } from '#promql/metric/match.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { bucketsOf, countOf, quantileOf, sumOf } from '#promql/metric/parts.js';
import { inline } from '#promql/expr/inline.js';
import { selector } from '#promql/vector/select.js';
import { shop } from './shop.js';

const written = (metric: AnyMetric): string => inline(selector(metric));

describe('A selector reads', () => {
  const { requests } = shop;
  test.each([
    ['one value', requests.where({ method: 'GET' }), 'shop_requests_total{method="GET"}'],
    ['another value', requests.where({ method: not('GET') }), 'shop_requests_total{method!="GET"}'],
    ['a pattern', requests.where({ status: /5../ }), 'shop_requests_total{status=~"5.."}'],
    ['no pattern', requests.where({ status: not(/5../) }), 'shop_requests_total{status!~"5.."}'],
    ['a pattern with a flag', requests.where({ method: /get/i }), 'shop_requests_total{method=~"(?i)get"}'],
    ['a pattern with slashes', requests.where({ method: /a\/b/ }), 'shop_requests_total{method=~"a/b"}'],
    [
      'any of some values',
      requests.where({ method: ['GET', 'HEAD'] }),
      'shop_requests_total{method=~"GET|HEAD"}',
    ],
    ['the only one of some values', requests.where({ method: ['GET'] }), 'shop_requests_total{method="GET"}'],
    [
      'all but the only one of some values',
      requests.where({ method: not(['GET']) }),
      'shop_requests_total{method!="GET"}',
    ],
    [
      'an only value that looks like a pattern',
      requests.where({ method: ['a.b'] }),
      'shop_requests_total{method="a.b"}',
    ],
    [
      'values that look like patterns',
      requests.where({ method: ['a.b', 'c|d'] }),
      'shop_requests_total{method=~"a\\\\.b|c\\\\|d"}',
    ],
    [
      'none of some values',
      requests.where({ method: not(['GET', 'HEAD']) }),
      'shop_requests_total{method!~"GET|HEAD"}',
    ],
    [
      'a variable',
      requests.where({ namespace: variable('namespace') }),
      'shop_requests_total{namespace="$namespace"}',
    ],
    [
      'a variable of several',
      requests.where({ pod: variable('pod', { multiple: true }) }),
      'shop_requests_total{pod=~"$pod"}',
    ],
    [
      'labels in their order',
      requests.where({ status: '500', method: 'GET' }),
      'shop_requests_total{method="GET", status="500"}',
    ],
    [
      'a label matched anew',
      requests.where({ method: 'GET' }).where({ method: 'PUT' }),
      'shop_requests_total{method="PUT"}',
    ],
    ['nothing for undefined', requests.where({}), 'shop_requests_total'],
    [
      'the past',
      requests.where({ method: 'GET' }).offset('1h'),
      'shop_requests_total{method="GET"} offset 1h',
    ],
    [
      'half a text escaped',
      requests.where({ method: 'a"b\\c\n' }),
      'shop_requests_total{method="a\\"b\\\\c\\n"}',
    ],
  ])('%s', (_, metric, text) => {
    expect(written(metric)).toBe(text);
  });
});

describe('A match that can select nothing is refused', () => {
  test('a pattern that no value of a closed label passes (mistake 38)', () => {
    expect(() => shop.requests.where({ region: /africa|mars/ })).toThrow(
      'shop_requests_total{region=~"africa|mars"} selects nothing: region is one of eu, asia, us',
    );
  });

  test('values that are all excluded', () => {
    expect(() => shop.requests.where({ region: not(['eu', 'asia', 'us']) })).toThrow(/selects nothing/);
  });

  test('(mistake 1) a label that the metric does not have, all such faults together', () => {
    const untyped: AnyMetric = shop.requests;
    expect(() => untyped.where({ code: '500', verb: 'GET' })).toThrow(
      /shop_requests_total\{code="500"\}: the metric has no label code; it has method, status.*\n.*no label verb/,
    );
  });

  test('but not a pattern that passes one value', () => {
    expect(written(shop.requests.where({ region: /eu|mars/ }))).toContain('region=~"eu|mars"');
  });

  test('and not a variable of a dashboard', () => {
    expect(written(shop.requests.where({ region: variable('region') }))).toContain('region="$region"');
  });
});

describe('A pattern that RE2 does not know is refused', () => {
  test.each([
    ['look-ahead', /(?=x)/],
    ['look-behind', /(?<!x)y/],
    ['a back-reference', /(a)\1/],
  ])('%s', (_, pattern) => {
    expect(() => shop.requests.where({ status: pattern })).toThrow(
      /label status: '.*' is not a regular expression of Prometheus: .*; look-around and back-references do not exist there/,
    );
  });

  test.each(['d', 'g', 'm', 'v', 'y'])(
    'the flag %s, that it has no word for or that means something else',
    (flag) => {
      expect(() => shop.requests.where({ status: new RegExp('5..', flag) })).toThrow(
        `label status: /5../${flag}: of JavaScript's flags only i and s mean something in RE2; leave the others out`,
      );
    },
  );

  test('half a character', () => {
    expect(() => shop.requests.where({ method: '\ud83c' })).toThrow('holds half a character');
  });
});

describe('A declaration is refused', () => {
  const help = '';
  test.each<[string, () => AnyMetric, string]>([
    ['for a name that is none', () => gauge('shop-open', { help }), "'shop-open' is not a metric name"],
    ['for a label that is none', () => gauge('shop', { help, labels: ['a-b'] }), "'a-b' is not a label name"],
    [
      'for a label of Prometheus',
      () => gauge('shop', { help, labels: ['__name__'] }),
      "'__name__' is Prometheus's own",
    ],
    [
      'for a label of histograms',
      () => gauge('shop', { help, labels: ['le'] }),
      "le is the histogram's or summary's own label",
    ],
    ['for a label named twice', () => gauge('shop', { help, labels: ['a', 'a'] }), 'label a is named twice'],
    [
      'for a closed label without values',
      () => gauge('shop', { help, labels: ['a'], values: { a: [] } }),
      'label a has no value at all',
    ],
    [
      'for buckets out of order',
      () => histogram('shop_seconds', { help, buckets: [1, 0.5] }),
      'buckets 1, 0.5 do not ascend',
    ],
    [
      'for the bucket that is always there',
      () => histogram('shop_seconds', { help, buckets: [1, Infinity] }),
      'buckets name +Inf',
    ],
    ['for an empty range', () => gauge('shop', { help, range: [1, 0] }), 'its range 1 to 0 is empty'],
  ])('%s', (_, declare, fault) => {
    expect(declare).toThrow(fault);
  });

  test('with all faults at once', () => {
    expect(() => gauge('shop open', { help, labels: ['a-b', 'le'] })).toThrow(
      /^metric shop open: 3 faults\n {2}'shop open' is not .*\n {2}'a-b' is not .*\n {2}le is /,
    );
  });
});

test('A name against the conventions is kept where its program cannot be mended', () => {
  const failures = unconventional.counter('container_memory_failcnt', {
    help: '',
    why: 'a file of the kernel',
  });
  expect([failures.info.kind, failures.info.name]).toEqual(['counter', 'container_memory_failcnt']);
});

describe('Parts of a distribution', () => {
  const narrow = shop.duration.where({ method: 'GET' }).offset('5m');
  test.each([
    ['_count', countOf(narrow), 'shop_request_duration_seconds_count{method="GET"} offset 5m', 'count'],
    ['_sum', sumOf(narrow), 'shop_request_duration_seconds_sum{method="GET"} offset 5m', 'seconds'],
    [
      '_bucket',
      bucketsOf(narrow).where({ le: '0.5' }),
      'shop_request_duration_seconds_bucket{le="0.5", method="GET"} offset 5m',
      'count',
    ],
    [
      'a quantile',
      quantileOf(shop.size.where({ service: 'a', pod: 'b' }), 0.99),
      'shop_request_size_bytes{pod="b", quantile="0.99", service="a"}',
      'bytes',
    ],
  ])('%s', (_, part, text, unit) => {
    expect([written(part), part.info.unit]).toEqual([text, unit]);
  });
});

describe('A catalogue', () => {
  test('refuses two entries that are stored under one name', () => {
    const help = '';
    expect(() =>
      catalog({
        duration: histogram('a_seconds', { help, buckets: [1] }),
        observed: unconventional.counter('a_seconds_count', { help, why: 'a test' }),
      }),
    ).toThrow('catalogue: observed and duration are both stored as a_seconds_count; declare it once');
  });

  test('is narrowed as a whole', () => {
    const production = narrowed(shop, { namespace: 'production' });
    expect(
      Object.values(production)
        .map(written)
        .filter((text) => !text.includes('{namespace="production"}')),
    ).toEqual([]);
  });

  test('is not narrowed to something else once more (mistake 15)', () => {
    const production = narrowed({ open: shop.open, size: shop.size }, { namespace: 'production' });
    expect(() => narrowed(production, { namespace: 'staging' })).toThrow(
      [
        'narrowed: 2 faults',
        '  open is narrowed to namespace="production" already, and not to namespace="staging"; narrow the catalogue that was declared, once',
        '  size is narrowed to namespace="production" already, and not to namespace="staging"; narrow the catalogue that was declared, once',
      ].join('\n'),
    );
  });

  test('is narrowed further, and to the same again', () => {
    const production = narrowed({ open: shop.open }, { namespace: 'production' });
    const narrower = narrowed(production, { namespace: 'production', pod: 'a' });
    expect(narrower.open.matchers.map(({ value }) => value)).toEqual(['production', 'a']);
  });

  test('knows every name under which Prometheus stores it', () => {
    const known = stored([{ duration: shop.duration, size: shop.size, open: shop.open }]);
    expect([...known.keys()].sort()).toEqual([
      'shop_open',
      'shop_request_duration_seconds_bucket',
      'shop_request_duration_seconds_count',
      'shop_request_duration_seconds_sum',
      'shop_request_size_bytes',
      'shop_request_size_bytes_count',
      'shop_request_size_bytes_sum',
    ]);
  });

  test('knows the edges of a histogram under the name of its buckets', () => {
    expect(stored([shop]).get('shop_request_duration_seconds_bucket')?.buckets).toEqual([0.1, 0.5, 1, 5]);
  });

  test('(mistake 10) tells which labels the scrape would take away', () => {
    const observer = {
      requests: counter('x_total', { help: '', labels: ['endpoint', 'status'] }),
      up: gauge('y', { help: '', labels: ['job', 'endpoint'] }),
    };
    expect([collidingLabels(observer), collidingLabels(shop)]).toEqual([['endpoint', 'job'], []]);
  });
});
