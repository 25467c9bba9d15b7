import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Vision } from '#browser/wire/vision.js';
import { listAt, textAt } from '#ground/json.js';

/** How pages are looked at. */
export interface Look {
  readonly theme: 'dark' | 'light';
  readonly language: 'ko' | 'en';
  /** In pixels. */
  readonly width: number;
  /** An IANA name. */
  readonly timeZone: string;
  /** What is lower than this, in pixels, is left out; nothing unless given. */
  readonly height?: number;
  /** As whose eyes see them; as they are unless given. */
  readonly vision?: Vision;
}

/** A page that is to be a picture. */
export interface Sight {
  /** What stands behind the `#` of its address. */
  readonly route: string;
  /** Where the PNG is written. */
  readonly file: string;
  /** What of the page is taken, as a CSS selector: the whole unless given. */
  readonly part?: string;
}

/** A picture that was written, and what the page told of itself. */
interface Picture {
  readonly file: string;
  readonly faults: readonly string[];
}

/** Has Chromium show a page as such eyes see it. */
const seenWith = async (page: Page, vision: Vision): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', {
    type: vision === 'blurred' ? 'blurredVision' : vision,
  });
};

/** How long a page takes to see that it has become higher, in milliseconds. */
const settling = 150;
/** So often a picture is taken again until it is as the one before. */
const tries = 10;

/** What the page says is wrong with it. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const list: unknown = JSON.parse(await page.evaluate(`document.body.dataset.faultList ?? '[]'`));
  return listAt(list).map((each) => `${textAt(each, 'panel') ?? ''}: ${textAt(each, 'text') ?? ''}`);
};

const taken = async (
  page: Page,
  url: string,
  { route, file, part }: Sight,
  most: number,
): Promise<Picture> => {
  await page.goto(`${url}#${route}`);
  const rest = () => page.locator('body[data-ready]').waitFor({ timeout: 30_000 });
  await rest();
  // What is below the fold may wait until somebody sees it.
  const { width = 1280 } = page.viewportSize() ?? {};
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height });
  const clip = { x: 0, y: 0, width, height: Math.min(height, most) };
  const shot = (): Promise<Buffer> =>
    part === undefined
      ? page.screenshot({ animations: 'disabled', clip })
      : page.locator(part).first().screenshot({ animations: 'disabled' });
  await page.waitForTimeout(settling);
  await rest();
  // on a busy machine what comes into view is drawn later: a picture is as the next one is
  let picture = await shot();
  for (let i = 0; i < tries; i++) {
    await page.waitForTimeout(settling);
    await rest();
    const next = await shot();
    if (next.equals(picture)) break;
    picture = next;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
  return { file, faults: await faultsOf(page) };
};

/**
 * Writes pictures of pages, one after the other. The time zone is given and nothing moves, so that the same page is the same picture.
 *
 * @param url of the preview.
 * @param drawn called with each as it is there.
 * @throws Error where a page does not come to rest within 30 s.
 */
export const pictures = async (
  browser: Browser,
  url: string,
  { theme, language, width, timeZone, vision, height = Infinity }: Look,
  sights: readonly Sight[],
  drawn: (picture: Picture) => void,
): Promise<readonly Picture[]> => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    ...{ colorScheme: theme, locale: language, timezoneId: timeZone, reducedMotion: 'reduce' },
  });
  const all: Picture[] = [];
  for (const sight of sights) {
    // A page of its own each: what only the part behind the `#` changes of is the same page.
    const page = await context.newPage();
    if (vision) await seenWith(page, vision);
    const picture = await taken(page, `${url}/?theme=${theme}&lang=${language}`, sight, height);
    await page.close();
    drawn(picture);
    all.push(picture);
  }
  return all;
};
