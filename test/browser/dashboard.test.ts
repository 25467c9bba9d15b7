import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from '#servers/eventually.js';
import { startChromium } from './chromium.js';
import { type Answers, type Drawn, draw, now } from './dashboard/drawn.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const panel = (id: number, type: string, expr: string, more: object = {}) => ({
  id,
  type,
  title: `${type} ${id}`,
  gridPos: { x: (id % 3) * 8, y: Math.floor(id / 3) * 8, w: 8, h: 8 },
  targets: [{ refId: 'A', expr, instant: type !== 'timeseries', legendFormat: '{{colour}}' }],
  fieldConfig: { defaults: {}, overrides: [] },
  options: {},
  ...more,
});

const colour = {
  name: 'colour',
  type: 'query',
  query: 'label_values(up, colour)',
  multi: true,
  includeAll: true,
  current: { value: ['blue'] },
};

const dashboard = (panels: readonly object[], more: object = {}) => ({
  uid: 'test',
  title: 'Test',
  time: { from: 'now-1h', to: 'now' },
  timezone: 'utc',
  templating: { list: [colour] },
  panels,
  ...more,
});

const answers: Answers = (query) =>
  query.includes('broken')
    ? 'parse error: broken'
    : query.includes('nothing')
      ? []
      : [{ labels: { colour: 'blue' }, value: 3 }];

const lines = panel(0, 'timeseries', 'rate(up{colour=~"$colour"}[$__rate_interval])', {
  description: '**Why** it is',
});

/** Draws a dashboard and works with it. */
const drawn = async <Result>(
  model: object,
  use: (drawn: Drawn) => Promise<Result>,
  how: Parameters<typeof draw>[3] = {},
): Promise<Result> => use(await draw(browser, model, answers, how));

const queries = ({ sent }: Drawn): (string | null)[] =>
  sent.filter(({ path }) => path.includes('query')).map(({ asked }) => asked.get('query'));
const hash = ({ page }: Drawn): Promise<string> =>
  page.evaluate(() => location.hash.replace(/test-\d+/, 'test'));
const faults = async ({ page }: Drawn): Promise<readonly unknown[]> => {
  const told: unknown = JSON.parse((await page.locator('body').getAttribute('data-fault-list')) ?? '[]');
  return Array.isArray(told) ? told : [];
};

describe('Faults of a dashboard', () => {
  test('are queries that fail, queries that find nothing, and what only Grafana has', () =>
    drawn(
      dashboard([
        lines,
        panel(1, 'stat', 'broken'),
        panel(2, 'stat', 'nothing'),
        panel(3, 'table', 'up', { transformations: [{ id: 'spatial', options: {} }] }),
        panel(4, 'stat', 'up', { datasource: { type: 'mysql', uid: 'a' } }),
      ]),
      async (all) => {
        expect(new Set(await faults(all))).toEqual(
          new Set([
            { panel: 'stat 1', text: 'The query failed: A: parse error: broken' },
            { panel: 'stat 2', text: 'No series: nothing' },
            { panel: 'table 3', text: 'Only Grafana has this transformation: spatial' },
            { panel: 'stat 4', text: 'Only Grafana has this data source: mysql' },
          ]),
        );
      },
    ));

  test('are not a panel that has words for finding nothing, nor logs where no Loki is', () =>
    drawn(
      dashboard([
        panel(0, 'stat', 'nothing', { fieldConfig: { defaults: { noValue: 'none' }, overrides: [] } }),
        panel(1, 'logs', '{app="a"}', { datasource: { type: 'loki', uid: 'loki' } }),
      ]),
      async (all) => {
        expect(await faults(all)).toEqual([]);
      },
    ));

  test('are counted in the corner', () =>
    drawn(dashboard([panel(1, 'stat', 'broken')]), async ({ page }) => {
      expect(await page.locator('.faults-corner button').innerText()).toBe('1');
    }));
});

describe('What a dashboard asks', () => {
  test('is about its own range, up to the time of the data', () =>
    drawn(dashboard([lines]), async ({ sent }) => {
      const range = sent.find(({ path }) => path.endsWith('query_range'));
      expect([range?.asked.get('start'), range?.asked.get('end')]).toEqual([
        String(now / 1000 - 3600),
        String(now / 1000),
      ]);
    }));

  test('has its variables filled in, and nothing else', () =>
    drawn(
      dashboard([panel(0, 'stat', 'label_replace(up{c=~"$colour"}, "a", "${1}", "b", "(.*)$")')]),
      async (all) => {
        expect(queries(all)).toEqual(['label_replace(up{c=~"blue"}, "a", "${1}", "b", "(.*)$")']);
      },
    ));

  test('is once for each value by which a panel is repeated', () =>
    drawn(
      dashboard([panel(0, 'stat', 'up{c="$colour"}', { repeat: 'colour' })]),
      async (all) => {
        expect(queries(all)).toEqual(['up{c="blue"}', 'up{c="red"}']);
      },
      { query: '?var-colour=blue&var-colour=red' },
    ));

  test('is asked again by itself where data is live alone', async () => {
    const every = (isLive: boolean) =>
      drawn(dashboard([lines], { refresh: '30s' }), ({ page }) => page.getByLabel('Auto refresh').count(), {
        isLive,
      });
    expect([await every(true), await every(false)]).toEqual([1, 0]);
  });
});

describe('Who works with a dashboard by the keyboard', () => {
  test('chooses values of a variable, which the address keeps', () =>
    drawn(dashboard([lines]), async (all) => {
      await all.page.getByRole('button', { name: 'colour: blue' }).press('Enter');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await all.page.keyboard.press(key);
      expect(await hash(all)).toBe('#/dashboard/test?var-colour=blue&var-colour=green');
    }));

  test('makes a panel fill the page, and leaves it', () =>
    drawn(dashboard([lines, panel(1, 'stat', 'up')]), async ({ page, ready }) => {
      const panels: number[] = [];
      await page.getByRole('button', { name: 'Panel menu: stat 1' }).focus();
      for (const key of ['v', 'Escape']) {
        await page.keyboard.press(key);
        await ready();
        panels.push(await page.locator('section.panel').count());
      }
      expect(panels).toEqual([1, 2]);
    }));

  test('reads the description of a panel', () =>
    drawn(dashboard([lines]), async ({ page }) => {
      await page.getByRole('button', { name: 'Description: timeseries 0' }).focus();
      expect(await page.getByRole('tooltip').locator('strong').innerText()).toBe('Why');
    }));

  test('opens a row that is collapsed', () =>
    drawn(
      dashboard([
        {
          id: 9,
          type: 'row',
          title: 'More',
          collapsed: true,
          gridPos: { x: 0, y: 0, w: 24, h: 1 },
          panels: [lines],
        },
      ]),
      async ({ page }) => {
        await page.getByRole('button', { name: 'More (1 panels)' }).press('Enter');
        expect(await page.locator('section.panel').count()).toBe(1);
      },
    ));
});

test('A span that is dragged over becomes the range, and there is a way back', () =>
  drawn(dashboard([lines]), async (all) => {
    const { page, ready } = all;
    const box = await page.locator('.panel-content').boundingBox();
    if (!box) throw new Error('the panel is not drawn');
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + 60, { steps: 4 });
    await page.mouse.up();
    const zoomed = await eventually('the range of the address', async () =>
      (await hash(all)).includes('from=17') ? hash(all) : undefined,
    );
    await ready();
    await page.getByRole('button', { name: 'Back to before the zoom' }).click();
    expect([zoomed.replaceAll(/\d+/g, 'N'), await hash(all)]).toEqual([
      '#/dashboard/test?from=N&to=N',
      '#/dashboard/test?from=now-1h&to=now',
    ]);
  }));

test('A panel says its query as it is written and as it was sent', () =>
  drawn(dashboard([lines]), async ({ page }) => {
    await page.getByRole('button', { name: 'Panel menu: timeseries 0' }).click();
    expect(await page.locator('.panel-menu pre').allInnerTexts()).toEqual([
      'rate(up{colour=~"$colour"}[$__rate_interval])',
      'rate(up{colour=~"blue"}[2m])',
    ]);
  }));

test('A narrow page has panels one below another, and nothing beside the window', () =>
  drawn(
    dashboard([lines, panel(1, 'stat', 'up'), panel(2, 'stat', 'up')]),
    async ({ page }) => {
      const lefts = await page
        .locator('.cell')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().x));
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([new Set(lefts).size, beside]).toEqual([1, 0]);
    },
    { width: 390 },
  ));

test('The page speaks the language of the address', () =>
  drawn(
    dashboard([lines]),
    async ({ page }) => {
      expect(await page.locator('.time-picker').innerText()).toMatch(/^최근 1시간/);
    },
    { how: '?lang=ko&theme=light' },
  ));
