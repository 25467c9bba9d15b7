import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type OpenGallery, withGallery } from './gallery.js';

let open: OpenGallery;
let page: Page;
let close: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((isOpen, failed) => {
    closed = withGallery(async (opened) => {
      open = opened;
      isOpen();
      await new Promise<void>((end) => {
        close = end;
      });
    });
    closed.catch(failed);
  });
  page = await open('?theme=dark&lang=en');
});

afterAll(async () => {
  close();
  await closed;
});

const red: readonly number[] = [242, 73, 92];
const text = (selector: string) => page.locator(selector).innerText();
const texts = (selector: string) => page.locator(selector).allInnerTexts();
const asked = <Answer>(expression: string) => page.evaluate<Answer>(`measured.${expression}`);
const written = async (id: string) => new Set(await asked<readonly string[]>(`written['${id}']`));

describe('a time series', () => {
  it('has ticks of bytes at multiples of 1024', async () => {
    expect([...(await written('axes'))]).toEqual(expect.arrayContaining(['0 B', '1 GiB', '2 GiB']));
  });

  it('has a second axis with the unit of the series that is drawn on it', async () => {
    expect([...(await written('axes'))]).toEqual(expect.arrayContaining(['20%', '40%', '60%']));
  });

  it('has ticks of seconds at whole minutes', async () => {
    expect([...(await written('stacked'))]).toEqual(
      expect.arrayContaining(['0 s', '1 min', '2 mins', '3 mins']),
    );
  });

  it('has its times in the zone of the dashboard', async () => {
    // 06:00 to 12:00 in UTC are 15:00 to 21:00 in Seoul.
    expect([...(await written('plain'))]).toEqual(expect.arrayContaining(['16:00', '18:00', '20:00']));
  });

  it('has the line of a limit from below where it is passed', async () => {
    expect(await asked<number>(`lineAt('below', [242, 73, 92])`)).toBeCloseTo(0.1, 1);
  });

  it('is drawn in the colours of its values where that is asked for', async () => {
    expect(await asked<number>(`pixelsOf('scheme', [242, 73, 92])`)).toBeGreaterThan(100);
    expect(await asked<number>(`pixelsOf('scheme', [115, 191, 105])`)).toBeGreaterThan(100);
  });

  it('sorts its legend by the column that its panel names', async () => {
    expect(await texts('#axes .legend-text')).toEqual(['cpu', 'memory']);
    expect(await texts('#stacked .legend-text')).toEqual(['app', 'db', 'cache']);
  });

  it('has in its legend what was calculated, in the unit of each series', async () => {
    expect(await texts('#axes .legend-table tbody tr:nth-child(2) .legend-value')).toEqual([
      '1.30 GiB',
      '1.86 GiB',
      '1.30 GiB',
    ]);
  });

  it('says its title and what was last to who cannot see it', async () => {
    expect(
      await page.getByRole('img', { name: /^Requests by code: 200 1\.20K req\/s, 500 60/ }).count(),
    ).toBe(1);
  });

  it('names what fires, and when', async () => {
    expect(await page.locator('#plain .chart-mark').getAttribute('aria-label')).toBe(
      'HighErrorRate: 2026-03-02 16:00:00 – 2026-03-02 16:40:00. 5xx over 5% for 10m',
    );
  });

  it('says that nothing was found, in its own words where it has some', async () => {
    expect([await text('#none p'), await text('#none-said p')]).toEqual(['No data', 'No requests']);
  });
});

describe('what a hand does to a time series', () => {
  it('shows all values at the crosshair, the largest first, and the crosshair in all charts', async () => {
    await page.locator('#plain .u-over').hover({ position: { x: 150, y: 40 } });
    expect(await texts('.panel-tip tr td:first-child')).toEqual(['200', '404', '500']);
    await page.locator('#axes .u-cursor-x:not(.u-off)').waitFor({ state: 'attached' });
    await page.mouse.move(0, 0);
    expect(await page.locator('.panel-tip').count()).toBe(0);
  });

  it('zooms into what is dragged over', async () => {
    const box = await page.locator('#plain .u-over').boundingBox();
    const { x = 0, y = 0, width = 0 } = box ?? {};
    await page.mouse.move(x + width / 3, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + (width * 2) / 3, y + 30, { steps: 4 });
    await page.mouse.up();
    const [from, to] = (await page.locator('body').getAttribute('data-zoomed'))?.split('-').map(Number) ?? [];
    const hours = (at = 0) => (at - Date.UTC(2026, 2, 2, 6)) / 3_600_000;
    expect([hours(from), hours(to)].map(Math.round)).toEqual([2, 4]);
  });

  it('does both by keys', async () => {
    await page.locator('#plain .chart-host').focus();
    await page.keyboard.press('End');
    expect(await text('.panel-tip-title')).toMatch(/^2026-03-02 21:00:00/);
    expect(await text('#plain [role=status]')).toBe(
      '2026-03-02 21:00:00, 200 1.20K req/s, 404 300 req/s, 500 60.0 req/s',
    );
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift+PageUp');
    await page.keyboard.press('Enter');
    const zoomed = await page.locator('body').getAttribute('data-zoomed');
    expect(zoomed?.split('-').map((at) => new Date(Number(at)).toISOString().slice(11, 16))).toEqual([
      '11:00',
      '12:00',
    ]);
  });

  it('shows one series alone by a click on its name, and all again by another', async () => {
    const pressed = () =>
      page
        .locator('#plain .legend-name')
        .evaluateAll((names) => names.map((name) => name.getAttribute('aria-pressed')));
    await page.locator('#plain .legend-name', { hasText: '500' }).click();
    expect(await pressed()).toEqual(['false', 'true', 'false']);
    await page.locator('#plain .legend-name', { hasText: '500' }).click();
    expect(await pressed()).toEqual(['true', 'true', 'true']);
  });

  it('hides one series by a click with Ctrl', async () => {
    const green = () => asked<number>(`pixelsOf('plain', [115, 191, 105])`);
    expect(await green()).toBeGreaterThan(0);
    await page.locator('#plain .legend-name', { hasText: '200' }).click({ modifiers: ['Control'] });
    await page.waitForFunction(`measured.pixelsOf('plain', [115, 191, 105]) === 0`);
    await page.locator('#plain .legend-name', { hasText: '200' }).click({ modifiers: ['Control'] });
  });
});

describe('values in large letters', () => {
  it('are what they are mapped to, in its colour', async () => {
    const values = page.locator('#stat-mapped .big-value');
    expect(await values.allInnerTexts()).toEqual(['UP', 'DOWN']);
    expect(await values.last().getAttribute('style')).toContain(`rgb(${red.join(', ')})`);
  });

  it('are named where there are several, and not where one stands alone', async () => {
    expect(await texts('#stat-mapped .big-title')).toEqual(['api', 'worker']);
    expect(await page.locator('#stat-area .big-title').count()).toBe(0);
  });

  it('have the words of their panel where there is no value', async () => {
    expect(await text('#stat-none .big-value')).toBe('–');
    expect(await page.locator('#gauge-none .gauge-value').textContent()).toContain('No requests');
  });

  it('say how they changed where that is asked for', async () => {
    expect(await text('#stat-change .stat-change')).toBe('▲ 50%');
  });

  it('fill the ring of a gauge, which has its limits around it', async () => {
    expect(await page.locator('#gauge path[data-part="limit"]').count()).toBe(3);
    expect(await page.locator('#gauge .gauge-value').textContent()).toContain('74%');
  });

  it('fill bars by what they have of their range', async () => {
    const filled = await page
      .locator('#bars-basic [data-part="value"]')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('style')?.match(/width: ([\d.]+)%/)?.[1]));
    expect(filled).toEqual(['25', '50', '75', '100']);
  });
});

describe('a pie', () => {
  it('says what each part has of the whole', async () => {
    expect(await texts('#pie .legend-value')).toEqual(['900', '90%', '90', '9%', '12.0', '1%']);
  });

  it('shows a part alone that is picked', async () => {
    await page.locator('#pie .legend-name', { hasText: '4xx' }).click();
    expect(await page.locator('#pie .pie-label').allTextContents()).toEqual(['100%']);
    await page.locator('#pie .legend-name', { hasText: '4xx' }).click();
  });
});

describe('a table', () => {
  const first = () => texts('#table tbody td:first-child');

  it('is sorted as its panel says, with units of its own for each column', async () => {
    expect(await texts('#table tbody td:nth-child(3)')).toEqual(['1 GiB', '768 MiB', '512 MiB', '1 MiB']);
  });

  it('is sorted by the column whose head is pressed', async () => {
    await page.locator('#table th button', { hasText: 'Pod' }).click();
    expect((await first()).slice(1)).toEqual(['api-0', 'api-1', 'worker-0']);
  });

  it('has values in the colours that they are mapped to', async () => {
    const failed = page.locator('#table td', { hasText: 'Failed' });
    expect(await failed.getAttribute('style')).toContain(`rgb(${red.join(', ')})`);
  });

  it('has links, bars and a footer', async () => {
    expect(await page.locator('#table tbody a').first().getAttribute('href')).toBe(
      'https://grafana.example.org/d/pods',
    );
    expect(await page.locator('#table [data-part="bar"]').count()).toBe(4);
    expect(await texts('#table tfoot td')).toEqual(['Total', '', '2.25 GiB', '', '']);
  });
});

describe('a heat map', () => {
  it('has its bounds in the unit of its axis', async () => {
    expect([...(await written('heat'))]).toEqual(expect.arrayContaining(['10 ms', '50 ms', '250 ms', '1 s']));
  });

  it('says how many there are between which bounds', async () => {
    const over = page.locator('#heat .u-over');
    const { height = 0 } = (await over.boundingBox()) ?? {};
    await over.hover({ position: { x: 100, y: height * 0.45 } });
    expect(await texts('.panel-tip td')).toEqual([
      expect.stringMatching(/^100 ms – 250 ms$/),
      expect.stringMatching(/^\d+$/),
    ]);
    await page.mouse.move(0, 0);
  });
});

describe('what is no chart', () => {
  it('shows lines of logs, the newest first, as they were written', async () => {
    expect(await texts('#logs li > span')).toEqual([
      'plain <b>text</b>',
      'level=error msg="connection refused"',
      'level=info msg="started"',
    ]);
  });

  it('says where logs would be that there is no Loki', async () => {
    expect(await text('#logs-none p')).toContain('there is no Loki here');
  });

  it('shows Markdown, and runs nothing of it', async () => {
    expect(await text('#text h2 + * h2')).toBe('Owner');
    expect(await page.locator('body').getAttribute('data-ran')).toBeNull();
  });

  it('says of a kind that is not drawn that it is not, as a fault of the page', async () => {
    expect(await text('#unknown [role=alert]')).toContain('nodeGraph');
    expect(await page.locator('body').getAttribute('data-faults')).toBe('1');
  });
});

describe.each(['220x90', '340x140'])('in a room of %s', (room) => {
  let small: Page;

  beforeAll(async () => {
    small = await open(`?theme=light&lang=ko&room=${room}`);
  });
  afterAll(() => small.close());

  it('cuts no text off that nothing else says', async () => {
    expect(await small.evaluate('measured.clipped()')).toEqual([]);
  });

  it('has nothing that hangs out of its panel', async () => {
    expect(await small.evaluate('measured.overflowing()')).toEqual([]);
  });

  it('speaks Korean', async () => {
    expect(await small.locator('#none p').innerText()).toBe('데이터 없음');
  });
});
