import { describe, expect, test } from '@jest/globals';
import { relabelingsOf } from '#application/relabeling.js';
import { type Scrape, scrape, storedBy } from '#application/scrape.js';
import type { DropSpec } from '#application/scrape/drop.js';
import { service } from '#application/service.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram } from '#promql/metric/declare.js';

const metrics = [
  catalog({
    requests: counter('shop_requests_total', { help: 'Requests', labels: ['path'] }),
    time: histogram('shop_seconds', { help: 'Time', labels: [], buckets: [1] }),
  }),
];
const web = service('web', {
  namespaces: ['shop'],
  labels: { app: 'web', tier: 'front' },
  ports: { http: 80 },
});
const without = (drop: DropSpec): Scrape =>
  scrape(web, { port: 'http', interval: '30s', metrics, copiedLabels: ['tier'], drop });

describe('a metric that is dropped', () => {
  test.each<[string | RegExp, readonly string[]]>([
    ['go_info', ['go_info']],
    ['shop_seconds', ['shop_seconds_count', 'shop_seconds_sum', 'shop_seconds_bucket']],
    ['http.requests', ['http\\.requests']],
    [/go_.*/, ['go_.*']],
    [/GO_.*/i, ['(?i)GO_.*']],
  ])('%s is so by the names under which it is stored', (name, patterns) => {
    expect(without({ metrics: [name] }).drop.metrics).toEqual(patterns);
  });

  test('is not stored, and all others are', () => {
    const names = [...storedBy(without({ metrics: [/shop_seconds_.*/] })).keys()];
    expect(names.filter((name) => name.startsWith('shop_'))).toEqual(['shop_requests_total']);
  });

  test('leaves what Prometheus itself tells of the scrape', () => {
    expect([...storedBy(without({ metrics: [/.*/] })).keys()]).toContain('up');
  });

  test('goes first, before labels are moved', () => {
    expect(relabelingsOf(without({ metrics: ['go_info'], labels: ['pid', /request_.*/] }))).toEqual([
      { action: 'drop', source: '__name__', regex: 'go_info' },
      { action: 'labeldrop', regex: 'pid' },
      { action: 'labeldrop', regex: 'request_.*' },
    ]);
  });
});

describe('what is no name is refused, of metrics and of labels:', () => {
  test.each([
    ['go_*', "no name is 'go_*'; write a pattern: /go_.*/"],
    ['go_.*|python_.*', "no name is 'go_.*|python_.*'; write a pattern: /go_.*|python_.*/"],
    ['', "no name is ''; leave it out"],
    [/(?=go)/, 'is not a regular expression of Prometheus'],
    [/go/g, "of JavaScript's flags only i and s mean something in RE2"],
  ])('%s', (name, said) => {
    const refusals = [{ metrics: [name] }, { labels: [name] }].map((drop) => () => without(drop));
    refusals.forEach((refused) => expect(refused).toThrow(said));
  });
});

describe('a label that is read is not dropped (mistake 68):', () => {
  test.each<[string | RegExp, string]>([
    ['path', 'path drops the label path, and shop_requests_total is declared with it'],
    ['le', 'le drops the label le, and shop_seconds_bucket is declared with it'],
    ['tier', 'tier drops the label tier, and the scrape copies it from its Service'],
    [/po.*/, '/po.*/ drops the label pod, and by it rules and panels tell targets apart'],
    ['__name__', '__name__ drops the label __name__, and it holds the names of metrics'],
  ])('%s', (label, why) => {
    expect(() => without({ labels: [label] })).toThrow(`drop.labels: ${why}`);
  });

  test('another is', () => {
    expect(without({ labels: ['request_id'] }).drop.labels).toEqual(['request_id']);
  });
});
