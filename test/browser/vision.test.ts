import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { visions } from '#preview/visions.js';
import { startChromium } from './chromium.js';
import { draw } from './dashboard/drawn.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** A number in each of the colours that mean something. */
const swatches = ['green', 'yellow', 'orange', 'red', 'purple', 'blue'].map((color, id) => ({
  id,
  type: 'stat',
  title: color,
  gridPos: { x: id * 4, y: 0, w: 4, h: 4 },
  targets: [{ refId: 'A', expr: color, instant: true, legendFormat: color }],
  fieldConfig: { defaults: { color: { mode: 'fixed', fixedColor: color } }, overrides: [] },
  options: { colorMode: 'background', graphMode: 'none' },
}));
const board = { time: { from: 'now-1h', to: 'now' }, timezone: 'utc', panels: swatches };

/** How many of 255 two pictures differ at most, and on average. */
const apart = async (
  one: Buffer,
  other: Buffer,
): Promise<{ readonly most: number; readonly mean: number }> => {
  const page = await browser.newPage();
  const found = await page.evaluate(
    async (sources) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const image = await createImageBitmap(await (await fetch(source)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas?.drawImage(image, 0, 0);
          return canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
        }),
      );
      let [most, sum] = [0, 0];
      a?.forEach((value, i) => {
        const difference = Math.abs(value - (b?.[i] ?? 255));
        most = Math.max(most, difference);
        sum += difference;
      });
      return { most, mean: sum / (a?.length ?? 1) };
    },
    [one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`),
  );
  await page.close();
  return found;
};

const colored = visions.filter((vision) => vision !== 'blurred');

/** The dashboard as the page shows it that is asked for a vision, and as Chromium shows it of itself. */
const bothWays = async (vision: (typeof visions)[number]) => {
  const how = '?lang=en&theme=dark';
  const asked = await draw(browser, board, () => [{ labels: {}, value: 1 }], {
    how: `${how}&vision=${vision}`,
  });
  const ours = await asked.page.locator('main').screenshot();
  const { page } = await draw(browser, board, () => [{ labels: {}, value: 1 }], { how });
  const plain = await page.locator('main').screenshot();
  const session = await page.context().newCDPSession(page);
  const type = vision === 'blurred' ? 'blurredVision' : vision;
  await session.send('Emulation.setEmulatedVisionDeficiency', { type });
  const chromiums = await page.locator('main').screenshot();
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  return { ours, plain, chromiums };
};

/** Of 255: what rounding makes of edges of letters, in a filter of the page and in one of the browser. */
const rounding = 5;

describe('a page that is asked for a vision', () => {
  test.each(colored)('has the colours by which Chromium emulates %s', async (vision) => {
    const { ours, plain, chromiums } = await bothWays(vision);
    const [same, other] = [await apart(ours, chromiums), await apart(ours, plain)];
    expect([same.most <= rounding, other.most > 50]).toEqual([true, true]);
  });

  test('is out of focus where eyes do not focus', async () => {
    const { ours, plain } = await bothWays('blurred');
    expect((await apart(ours, plain)).most).toBeGreaterThan(50);
  });
});
