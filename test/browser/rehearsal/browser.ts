import type { Browser, Locator, Page } from 'playwright-core';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { pageOf } from '#bin/pages.mjs';
import { type Scripted, openScripted } from './scripted.js';

/** A page of a rehearsal in a real browser, of which a script plays the command. */
export interface Opened {
  readonly page: Page;
  readonly scripted: Scripted;
  /** What the page threw, or what the browser complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Zod, by which Grafana's package reads schemas, asks whether it may compile them, and does without. */
const tried = "'script-src' was not explicitly set";

let bundled: ReturnType<typeof pageOf> | undefined;

/** Opens the page as it is at first, `how` in its address: `?lang=ko&theme=light`. */
export const open = async (
  browser: Browser,
  first: Rehearsal,
  { how = '?lang=en&theme=dark', width = 1280 } = {},
): Promise<Opened> => {
  const scripted = await openScripted(await (bundled ??= pageOf('rehearsal')), first);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes(tried)) complaints.push(said.text());
  });
  await page.goto(`${scripted.url}${how}`);
  await page.locator('body[data-ready]').waitFor();
  return {
    page,
    scripted,
    complaints,
    close: async () => {
      await page.close();
      await scripted.close();
    },
  };
};

/** The text that is seen. */
export const seen = async (of: Locator): Promise<string> =>
  (await of.innerText()).replaceAll(/\s+/g, ' ').trim();
