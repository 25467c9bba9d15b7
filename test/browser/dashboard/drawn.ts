import type { Browser, Page, Route } from 'playwright-core';
import type { DashboardGiven, EstateShown } from '#browser/wire/preview.js';
import { pageOf } from '#bin/pages.mjs';

/** The time that the page takes for now where data was made. */
export const now = Date.UTC(2026, 2, 10, 3);

/** A series that answers a query: its labels, and one value all the time. */
interface Answering {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a Prometheus that a test plays answers: series, or what is wrong with the query. */
export type Answers = (query: string) => readonly Answering[] | string;

export interface Drawn {
  readonly page: Page;
  /** The questions that were sent: their path, and what was asked. */
  readonly sent: readonly { readonly path: string; readonly asked: URLSearchParams }[];
  readonly ready: () => Promise<void>;
}

/** What is played to a page: a dashboard, and the answers to its queries. */
interface Played {
  model: object;
  answers: Answers;
  readonly sent: { readonly path: string; readonly asked: URLSearchParams }[];
}

const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><div id="page"></div><script type="module" src="script.js"></script>`;

const json = (route: Route, body: unknown): Promise<void> =>
  route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });

/** A sample each step of what was asked, or one at its time. */
const samples = (asked: URLSearchParams, value: number): object => {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(asked.get(name)));
  if (!step || start === undefined || end === undefined)
    return { value: [Number(asked.get('time')), String(value)] };
  const count = Math.floor((end - start) / step) + 1;
  return { values: Array.from({ length: count }, (_, at) => [start + at * step, String(value)]) };
};

const prometheus = (path: string, asked: URLSearchParams, answers: Answers): unknown => {
  if (path.includes('/label/')) return { status: 'success', data: ['blue', 'green', 'red'] };
  const found = answers(asked.get('query') ?? '');
  if (typeof found === 'string') return { status: 'error', error: found };
  const result = found.map(({ labels, value }) => ({ metric: labels, ...samples(asked, value) }));
  return { status: 'success', data: { resultType: asked.has('step') ? 'matrix' : 'vector', result } };
};

/** How a page is opened. */
const usual = { isLive: false, how: '?lang=en&theme=dark', width: 1280 };

const opened = async (
  browser: Browser,
  { isLive, how, width }: typeof usual,
  played: Played,
): Promise<Page> => {
  const { script, style } = await pageOf('preview');
  const estate: EstateShown = {
    places: [],
    applications: [],
    incidents: [],
    quiet: [],
    source: '',
    ...(!isLive && { now }),
  };
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.route('**/*', async (route) => {
    const request = route.request();
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/script.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/style.css') return route.fulfill({ contentType: 'text/css', body: style });
    if (pathname === '/api/estate') return json(route, estate);
    if (pathname.startsWith('/api/dashboards/')) {
      const dashboard: DashboardGiven = { model: played.model, application: 'shop', scrapeInterval: 30 };
      return json(route, dashboard);
    }
    const asked = request.method() === 'POST' ? new URLSearchParams(request.postData() ?? '') : searchParams;
    played.sent.push({ path: pathname, asked });
    return json(route, prometheus(pathname, asked, played.answers));
  });
  await page.goto(`http://preview.test/${how}`);
  return page;
};

/** Pages that are open, by how they were opened: a script as large takes its time, and each dashboard is one of the same page. */
const pages = new Map<string, { readonly page: Promise<Page>; readonly played: Played }>();
let count = 0;

/** Draws a dashboard in a real browser; the command and its Prometheus are played. */
export const draw = async (
  browser: Browser,
  model: object,
  answers: Answers,
  { query = '', ...changed }: Partial<typeof usual> & { readonly query?: string } = {},
): Promise<Drawn> => {
  const how = { ...usual, ...changed };
  const key = JSON.stringify(how);
  const first: Played = { model: {}, answers, sent: [] };
  const shared = pages.get(key) ?? { page: opened(browser, how, first), played: first };
  pages.set(key, shared);
  count += 1;
  const title = `Dashboard ${count}`;
  const uid = `test-${count}`;
  const { played } = shared;
  Object.assign(played, { model: { ...model, uid, title }, answers });
  played.sent.length = 0;
  const page = await shared.page;
  await page.mouse.move(0, 0);
  await page.evaluate((hash) => void (location.hash = hash), `#/dashboard/${uid}${query}`);
  const ready = (): Promise<void> => page.locator(`body[data-ready]:has(h1:text-is("${title}"))`).waitFor();
  await ready();
  return { page, sent: played.sent, ready };
};
