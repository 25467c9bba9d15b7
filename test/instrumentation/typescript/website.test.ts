import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compared, undeclared } from '#catalog/compared.js';
import { report, sent } from './reports.js';
import { type Running, runningOnNext } from './running.js';
import { scrape, scrapedFamilies, valueOf } from './scraped.js';
import { moduleOf } from '../estate.js';

const websiteMonitoring = moduleOf('maintenance', 'website');

const mounted = {
  module: websiteMonitoring,
  application: { name: 'maintenance', title: 'Maintenance' },
};

const [webMetrics = {}] = websiteMonitoring.catalogs;

describe("maintenance's website", () => {
  let website: Running;
  beforeAll(async () => {
    website = await runningOnNext(mounted);
  });
  afterAll(() => website.stop());

  const value = async (series: string) => valueOf(await scrape(website.url), series);
  /** By how much a series grows while something happens. */
  const growth = async (series: string, happens: () => Promise<unknown>): Promise<number> => {
    const before = await value(series);
    await happens();
    return ((await value(series)) ?? NaN) - (before ?? NaN);
  };
  const views = (page: string) => `web_page_views_total{page="${page}"}`;

  test('exports what its catalogue says: names, types, labels, buckets, each from the start', async () => {
    expect(compared(webMetrics, await scrapedFamilies(website.url))).toEqual([]);
  });

  test('says of each metric what the catalogue says', async () => {
    const exported = await scrapedFamilies(website.url);
    expect(Object.values(webMetrics).map(({ info }) => exported.get(info.name)?.help)).toEqual(
      Object.values(webMetrics).map(({ info }) => info.help),
    );
  });

  test('exports beside it only what prom-client tells of its process', async () => {
    const others = undeclared([webMetrics], await scrapedFamilies(website.url));
    expect(others.filter((name) => !/^(process|nodejs)_/.test(name))).toEqual([]);
  });

  test('has every page at 0 before anybody came', async () => {
    const fresh = await runningOnNext(mounted);
    const told = await scrape(fresh.url).finally(fresh.stop);
    expect([valueOf(told, views('/')), valueOf(told, 'web_javascript_errors_total{page="other"}')]).toEqual([0, 0]);
  });

  test('is scraped as the text that its type says', async () => {
    const { headers } = await fetch(`${website.url}/api/metrics`);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  test('counts what a browser reports, which another bundle exports', async () => {
    expect(await growth(views('/'), () => sent(website, report({ page: '/' })))).toBe(1);
  });

  test('keeps what it counted when a module is loaded anew', async () => {
    await sent(website, report({}), { 'x-test-reload': 'yes' });
    const before = await value(views('/'));
    const { status } = await fetch(`${website.url}/api/metrics`, { headers: { 'x-test-reload': 'yes' } });
    expect([status, await value(views('/'))]).toEqual([200, before]);
  });

  test('tells pages that it does not have as one', async () => {
    const unknown = () => sent(website, report({ page: '/wp-login.php?x=1' }));
    expect(await growth(views('other'), unknown)).toBe(1);
  });

  test('makes no series of what anybody sends', async () => {
    const before = (await scrape(website.url)).split('\n').length;
    await sent(website, report({ page: '/a' }), { 'user-agent': 'Mozilla/99' });
    await sent(website, report({ page: '/b', page2: 'x' }));
    expect((await scrape(website.url)).split('\n')).toHaveLength(before);
  });

  test('counts a time where it lies', async () => {
    const series = 'web_first_contentful_paint_seconds_bucket{le="1.8",page="/"}';
    expect(await growth(series, () => sent(website, report({ fcp: 1.2 })))).toBe(1);
  });

  test.each([
    ['an empty body', ''],
    ['no JSON', 'page=/'],
    ['a list', '[]'],
    ['no page', JSON.stringify({ viewed: true, errors: 0, failures: 0 })],
    ['a time below 0', report({ fcp: -1 })],
    ['a time of hours', report({ tti: 7200 })],
    ['a time that is none', report({}).replace('{', '{"fcp":NaN,')],
    ['a time in words', report({ fcp: '1' })],
    ['a number that is none', report({}).replace('{', '{"fcp":1e999,')],
    ['half an error', report({ errors: 0.5 })],
    ['errors below 0', report({ errors: -1 })],
    ['a thousand errors', report({ errors: 1000 })],
    ['a session of days', report({ session: { id: '0'.repeat(32), seconds: 1e6, pages: 1 } })],
    ['a session called by anything', report({ session: { id: '__proto__', seconds: 1, pages: 1 } })],
  ])('refuses %s, and counts nothing of it', async (_, body) => {
    const before = await scrape(website.url);
    const ours = (text: string) => text.split('\n').filter((line) => line.startsWith('web_'));
    expect((await sent(website, body)).status).toBe(400);
    expect(ours(await scrape(website.url))).toEqual(ours(before));
  });

  test('refuses what is larger than any report', async () => {
    expect((await sent(website, report({ page: `/${'x'.repeat(5000)}` }))).status).toBe(413);
  });

  test('refuses what is larger than any report and does not say so', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(1000))),
    });
    expect((await sent(website, body)).status).toBe(413);
  });

  test.each([
    ['another site says that it sends', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour says that it sends', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser says it comes from elsewhere', { origin: 'https://evil.example' }, 403],
    ['nothing says whence it comes', {}, 403],
    ['a browser sends as a form', { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data' }, 400],
  ])('what %s is answered %s', async (_, headers, status) => {
    const answer = await fetch(`${website.url}/api/vitals`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...headers },
      body: report({}),
    });
    expect(answer.status).toBe(status);
  });

  test('takes what an older browser sends from its own pages', async () => {
    const answer = await fetch(`${website.url}/api/vitals`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', origin: website.url },
      body: report({}),
    });
    expect(answer.status).toBe(204);
  });

  test('a client that reports without end is refused, and others are not', async () => {
    const from = async (client: string) =>
      (await sent(website, report({}), { 'x-forwarded-for': `1.2.3.4, ${client}` })).status;
    const statuses: number[] = [];
    for (let i = 0; i < 25; i += 1)
      statuses.push(...(await Promise.all(Array.from({ length: 10 }, () => from('10.0.0.1')))));
    expect([statuses.filter((each) => each === 204).length, statuses.at(-1), await from('10.0.0.2')]).toEqual([
      240, 429, 204,
    ]);
  });

  test('lives', async () => {
    expect((await fetch(`${website.url}/health`)).status).toBe(200);
  });

  test('is ready where nothing else must answer', async () => {
    expect(await (await fetch(`${website.url}/ready`)).json()).toEqual({ ready: true, checks: {} });
  });
});
