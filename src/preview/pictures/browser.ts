import { createRequire } from 'node:module';
import type * as Playwright from 'playwright-core';
import { textAt } from '#ground/json.js';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import { toolPath } from '#proof/tools/tool.js';

/** What drives a browser: only pictures need it, so that users install it only for them. */
const playwright = (): typeof Playwright => {
  try {
    const driver: typeof Playwright = createRequire(import.meta.url)('playwright-core');
    return driver;
  } catch (error) {
    if (textAt(error, 'code') !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError([
      'Pictures need playwright-core, which is not installed: npm install --save-dev playwright-core',
    ]);
  }
};

/**
 * How a page is drawn alike on every machine and at every time: no hints of fonts, no sub-pixels, one profile of colours; and nothing is kept of
 * what was drawn before, since the edge of a curve of which a part is drawn anew is a shade off.
 */
const alike = [
  ...['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'],
  '--disable-partial-raster',
  // Its sandbox is not for root, who alone there is in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export interface Needed {
  readonly driver: typeof Playwright;
  readonly file: string;
}

/**
 * What pictures need: what drives a browser, and the file of one.
 *
 * @throws UsageError with what to install where there is none.
 */
export const needed = async (): Promise<Needed> => ({
  driver: playwright(),
  file: await toolPath('chromium').catch((error: unknown) => {
    throw new UsageError([reason(error)]);
  }),
});

/** Runs a headless Chromium while `use` works with it, which ends with it however that ends. */
export const withChromium = async <T>(
  { driver, file }: Needed,
  use: (browser: Playwright.Browser) => Promise<T>,
): Promise<T> => {
  const browser = await driver.chromium.launch({ executablePath: file, args: alike });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
};
