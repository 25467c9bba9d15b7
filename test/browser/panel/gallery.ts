import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { pageOptions } from '../../../build/pages.mjs';
import { startChromium } from '../chromium.js';

const origin = 'http://gallery.test';

const bundled = async (): Promise<{ readonly script: string; readonly style: string }> => {
  const { outputFiles = [] } = await build({
    ...pageOptions,
    entryPoints: ['test/browser/panel/gallery/page.tsx'],
    outdir: 'lib/browser',
    write: false,
  });
  const ending = (suffix: string) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
};

/** A page that shows a panel of each kind, by a search as the address has it: `?theme=dark`. */
export type OpenGallery = (search: string) => Promise<Page>;

/** Runs a browser that shows the gallery while `use` looks at it. */
export const withGallery = async (use: (open: OpenGallery) => Promise<void>): Promise<void> => {
  const { script, style } = await bundled();
  const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><body><div id="page"></div><script type="module" src="/page.js"></script>`;
  const browser = await startChromium();
  try {
    await use(async (search) => {
      const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
      await page.route(`${origin}/**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
          : route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
      );
      await page.goto(`${origin}/${search}`);
      await page.locator('body[data-drawn]').waitFor();
      return page;
    });
  } finally {
    await browser.close();
  }
};
