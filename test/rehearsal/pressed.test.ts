import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { answering } from '#rehearsal/page/answers.js';
import { openTheatre } from '#rehearsal/page/theatre.js';
import { everywhere } from '#rehearsal/place/places.js';
import { withLoopback } from '#servers/loopback.js';
import { pageOf } from '#bin/pages.mjs';
import { startChromium } from '../browser/chromium.js';
import { places } from '../estate.js';

/** As long as a stage takes to be set on a machine that has much to do. */
const patience = { timeout: 90_000 };

describe('on the page of a real rehearsal', () => {
  let browser: Browser;
  let page: Page;
  let end: () => void = () => undefined;
  let served: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    browser = await startChromium();
    const theatre = openTheatre({
      places: everywhere({ places }).filter(({ application }) => application === 'observer'),
      pace: 60,
    });
    const script = await pageOf('rehearsal');
    const url = await new Promise<string>((listening, failed) => {
      served = withLoopback(answering(script, theatre), 0, async (at) => {
        listening(at);
        await new Promise<void>((resolve) => (end = resolve));
      }).finally(() => theatre.close());
      served.catch(failed);
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${url}/?lang=en`);
    await page.getByRole('button', { name: /^Press: / }).waitFor(patience);
  });
  afterAll(async () => {
    await browser.close();
    end();
    await served;
  });

  test('a fault is pressed, and its message arrives as Slack shows it', async () => {
    await page.getByRole('button', { name: /^Press: / }).click();
    const title = page.locator('.message.of-slack .slack-title').first();
    await title.waitFor(patience);
    expect(await title.innerText()).toBe('[발생 1] ObserverHighErrorRate (critical)');
  });

  test('the alert is shown to have been sent', async () => {
    await page.locator('.track .sent.now').waitFor(patience);
    expect(await page.getByRole('status').innerText()).toMatch(/^Told: Slack #observer-alerts/);
  });

  test('its value is drawn over its limit', async () => {
    const drawn = page.getByRole('img', { name: /^Value now [5-9].*%, Limit > 5%$/ });
    await drawn.waitFor(patience);
    expect(await drawn.locator('canvas').count()).toBe(1);
  });

  test('the fault is mended, and the resolved message arrives above the first', async () => {
    await page.locator('.fault-button[aria-pressed=true]').click();
    await page.locator('.message-state.resolved').waitFor(patience);
    expect(await page.locator('.message-state').allInnerTexts()).toEqual(['resolved', 'firing']);
  });
});
