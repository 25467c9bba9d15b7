import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '#browser/wire/message.js';
import { takenOf } from '#preview/shown/taken.js';
import { eventually } from '#servers/eventually.js';
import { withLoopback } from '#servers/loopback.js';
import main from '../../main.js';
import { startChromium } from '../browser/chromium.js';
import { atRest, faultsOn, wrongOn } from './screen.js';
import { type Serving, isAlive, run, serve, startedBy } from './serving.js';

// One preview and one browser for all of it: what it draws over takes long to be made the first time.
let serving: Serving;
let browser: Browser;
const pages: Page[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [serving, browser] = await Promise.all([serve(), startChromium()]);
}, 900_000);
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  complaints.length = 0;
});
afterAll(async () => {
  await browser.close();
  await serving.end();
});

const usual = { width: 1280, language: 'en', theme: 'dark' };

/** A page at rest. */
const open = async (route: string, look: Partial<typeof usual> = {}): Promise<Page> => {
  const { width, language, theme } = { ...usual, ...look };
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  pages.push(page);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    // A library of a library asks whether it may make code of text, and may not.
    if (said.type() === 'error' && !said.text().includes('unsafe-eval')) complaints.push(said.text());
  });
  await page.goto(`${serving.url}/?lang=${language}&theme=${theme}#${route}`);
  await atRest(page);
  return page;
};

/** A dashboard with all of its rows open. */
const openDashboard = async (uid: string, look: typeof usual): Promise<Page> => {
  const page = await open(`/dashboard/${uid}`, look);
  const closed = page.locator('.row button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  await page.setViewportSize({
    width: look.width,
    height: await page.evaluate(() => document.documentElement.scrollHeight),
  });
  await page.waitForTimeout(200);
  await atRest(page);
  return page;
};

const taken = takenOf(main, undefined);
const dashboards = taken.flatMap(({ application }) => application.dashboards.map(({ uid }) => uid));
const sizes = [1280, 390] as const;

/** How a dashboard is looked at: each in both themes and both languages, another pair at each width, and all pairs over the dashboards. */
const looksOf = (uid: string) => {
  const at = dashboards.indexOf(uid);
  const themes = ['dark', 'light'] as const;
  const languages = ['en', 'ko'] as const;
  return sizes.map((width, i) => ({
    width,
    theme: themes[(at + i) % 2] ?? 'dark',
    language: languages[(Math.floor(at / 2) + i) % 2] ?? 'en',
  }));
};

describe.each(dashboards)('the dashboard %s', (uid) => {
  test.each(looksOf(uid))(
    'is drawn without a fault, $width pixels wide, $theme, in $language',
    async (look) => {
      const page = await openDashboard(uid, look);
      const wrong = await wrongOn(page);
      expect({ faults: await faultsOn(page), wrong, complaints }).toEqual({
        ...{ faults: '[]', wrong: [], complaints: [] },
      });
    },
  );
});

describe.each(taken.map(({ place, application }) => [application.name, place, application.title] as const))(
  'the page of %s',
  (name, place, title) => {
    test.each([
      [1280, 'ko'],
      [390, 'ko'],
      [1280, 'en'],
      [390, 'en'],
    ] as const)('is whole, %d pixels wide, in %s', async (width, language) => {
      const page = await open(`/application/${place}/${name}`, { width, language });
      expect({
        ...{ faults: await faultsOn(page), wrong: await wrongOn(page), complaints },
        ...{ title: await page.title(), language: await page.locator('html').getAttribute('lang') },
      }).toEqual({ faults: '[]', wrong: [], complaints: [], title, language });
    });
  },
);

test('the page of an application says of each alert when it was last drilled', async () => {
  const [first] = taken;
  const page = await open(`/application/${first?.place}/${first?.application.name}`);
  const said = await page.locator('.alert .drilled').allInnerTexts();
  expect([said.length, said.filter((each) => !/^Last drilled: (never$|\d{4}-)/.test(each))]).toEqual([
    await page.locator('.alert').count(),
    [],
  ]);
});

describe('the first page', () => {
  test.each(sizes)('is whole, %d pixels wide', async (width) => {
    const page = await open('/', { width });
    expect([await faultsOn(page), await wrongOn(page)]).toEqual(['[]', []]);
  });

  test('leads to every application', async () => {
    const page = await open('/');
    const links = await page.locator('h3 a').allInnerTexts();
    expect(links).toEqual(expect.arrayContaining(taken.map(({ application }) => application.title)));
  });

  test('leads to an incident on the dashboard that shows it', async () => {
    const page = await open('/');
    await page.locator('.table tbody a[href*="from="]').first().click();
    await atRest(page);
    expect(page.url()).toMatch(/#\/dashboard\/[\w-]+\?from=\d+&to=\d+$/);
  });
});

describe('by keyboard alone', () => {
  /** Presses Tab until this has the focus. */
  const reach = async (page: Page, text: RegExp): Promise<void> => {
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if (text.test(await focused())) return;
    }
    throw new Error(`Tab does not lead to ${text}`);
  };

  test('a dashboard is opened, and its range changed', async () => {
    const page = await open('/');
    await reach(page, /^Observer Production Monitoring$/);
    await page.keyboard.press('Enter');
    await page.locator('section.panel').first().waitFor();
    await atRest(page);
    await reach(page, /Last 6 hours/);
    await page.keyboard.press('Enter');
    await reach(page, /^Last 1 hour$/);
    await page.keyboard.press('Enter');
    await atRest(page);
    expect(page.url()).toContain('from=now-1h');
  });
});

describe('a query that', () => {
  /** The observer's dashboard, whose queries are answered so. */
  const answered = async (answer: { readonly status: number; readonly body: string }): Promise<Page> => {
    const page = await open('/');
    await page.route('**/prometheus/api/v1/query_range**', (route) =>
      route.fulfill({ ...answer, contentType: 'application/json' }),
    );
    await page.goto(`${serving.url}/?lang=en#/dashboard/observer-production-monitoring`);
    await page.reload();
    await atRest(page);
    return page;
  };
  const empty = '{"status":"success","data":{"resultType":"matrix","result":[]}}';
  const refused = '{"status":"error","errorType":"bad_data","error":"parse error: unexpected end"}';

  test.each([
    ['fails', { status: 400, body: refused }, 'parse error: unexpected end'],
    ['finds nothing', { status: 200, body: empty }, 'HTTP Request Rate'],
  ])('%s is told as a fault', async (_, answer, told) => {
    const page = await answered(answer);
    expect(await faultsOn(page)).toContain(told);
  });

  test('fails is counted in the corner', async () => {
    const page = await answered({ status: 400, body: refused });
    const count = await page.evaluate(() => document.body.dataset['faults'] ?? '0');
    expect([Number(count) > 0, await page.locator('.faults-corner button').first().innerText()]).toEqual([
      ...[true, count],
    ]);
  });
});

describe('messages', () => {
  test('are shown as they were sent', async () => {
    const page = await open('/messages');
    const given = await (await fetch(`${serving.url}/api/messages`)).json();
    expect([await page.locator('article.message').count(), await wrongOn(page)]).toEqual([given.length, []]);
  });

  test('tell of every incident, and each receiver that is told by the routes', async () => {
    const { incidents } = await (await fetch(`${serving.url}/api/estate`)).json();
    const given = await (await fetch(`${serving.url}/api/messages`)).json();
    const told = new Set(given.flatMap(({ alerts }: { alerts: readonly string[] }) => alerts));
    expect(incidents.filter(({ alert }: { alert: string }) => !told.has(alert))).toEqual([]);
  });
});

describe('pictures', () => {
  const folders: string[] = [];
  const picture = async (...words: string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
    folders.push(folder);
    const { code, err } = await run(['--pictures', folder, ...words]);
    return { folder, code, err };
  };
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  const uid = 'observer-production-monitoring';
  const look = ['--width', '1000', '--theme', 'light'];
  const only = (...names: readonly string[]): string[] => names.flatMap((name) => ['--only', name]);

  test('are of dashboards, applications and messages, and the same whenever they are taken', async () => {
    const messages: readonly Message[] = await (await fetch(`${serving.url}/api/messages`)).json();
    const name = taken.find(({ application }) => application.dashboards.some((each) => each.uid === uid))
      ?.application.name;
    const alert = messages[0]?.alerts[0];
    if (name === undefined || alert === undefined) throw new Error('There is nothing to take pictures of');
    const one = await picture(...only(uid), ...look);
    const other = await picture(...only(uid, name, alert), ...look);
    const bytes = ({ folder }: { readonly folder: string }, file: string) => readFile(join(folder, file));
    const files = await readdir(other.folder);
    const pictured = [`application-${name}.png`, `${uid}.png`];
    const isPng = async (file: string) => (await bytes(other, file)).subarray(1, 4).toString() === 'PNG';
    expect({
      ...{ codes: [one.code, other.code], err: [one.err, other.err], alone: await readdir(one.folder) },
      ...{ png: await Promise.all(files.map(isPng)) },
      ...{ isSame: (await bytes(one, `${uid}.png`)).equals(await bytes(other, `${uid}.png`)) },
      ...{ pages: pictured.filter((file) => files.includes(file)) },
      ...{ messages: files.filter((file) => !pictured.includes(file)).length },
    }).toEqual({
      ...{ codes: [0, 0], err: ['', ''], alone: [`${uid}.png`], png: files.map(() => true), isSame: true },
      ...{ pages: pictured },
      ...{ messages: messages.filter(({ alerts }) => alerts.includes(alert)).length },
    });
  });

  test('of a page with a fault are taken, and told by the exit code', async () => {
    const nothing = {
      type: 'application/json',
      body: '{"status":"success","data":{"resultType":"matrix","result":[]}}',
    };
    const { folder, code, err } = await withLoopback(
      () => Promise.resolve(nothing),
      0,
      (url) => picture(...only(uid), '--prometheus', url),
    );
    expect([code, await readdir(folder), err]).toEqual([
      ...[1, [`${uid}.png`], expect.stringContaining('HTTP Request Rate: ')],
    ]);
  });

  test('say what to install where no Chromium is, before anything is made', async () => {
    const { code, err } = await run(['--pictures', 'nowhere'], { CHROMIUM: '/no/such/chromium' });
    expect([code, err]).toEqual([2, expect.stringContaining('Choose another by CHROMIUM=path')]);
  });
});

test('the preview draws over the Prometheus that is named', async () => {
  const another = await serve('--prometheus', `${serving.url}/prometheus`);
  const query = new URLSearchParams({ query: 'vector(7)' });
  const answer = await (await fetch(`${another.url}/prometheus/api/v1/query?${query}`)).json();
  await another.end();
  expect(answer).toMatchObject({
    status: 'success',
    data: { result: [{ value: [expect.anything(), '7'] }] },
  });
});

describe('whoever looks at a page for what is wrong', () => {
  test('sees panels that overlap or are empty, and text that is cut off', async () => {
    const page = await open('/dashboard/observer-production-monitoring');
    await page.evaluate(() => {
      const [first, second, third] = document.querySelectorAll<HTMLElement>('section.panel');
      if (first && second)
        second.style.transform = `translateX(${first.offsetLeft - second.offsetLeft - 20}px)`;
      third?.querySelector('.panel-content')?.replaceChildren();
      const crumb = document.querySelector<HTMLElement>('header li a');
      if (crumb) crumb.style.cssText = 'display: block; width: 20px; overflow: hidden; white-space: nowrap';
    });
    const wrong = (await wrongOn(page)).join('\n');
    expect(wrong).toMatch(/overlaps[^]*is empty[^]*cut off/);
  });
});

// The last, since it ends what all of them look at.
test('the preview ends by Ctrl-C with all that it started', async () => {
  const started = await startedBy(serving.child.pid);
  const code = await serving.end();
  // What the kernel ends for it may take a moment longer than it.
  await eventually('all to end', () => Promise.resolve(started.some(isAlive) ? undefined : true));
  expect([code, started.length > 0]).toEqual([0, true]);
});
