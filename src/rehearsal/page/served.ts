import type { PageOf } from '#browser/wire/page.js';
import type { Terminal } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';
import { openInBrowser } from '#servers/desktop.js';
import { withLoopback } from '#servers/loopback.js';
import { stopped } from '#servers/stopped.js';
import { answering } from './answers.js';
import { type Opened, openTheatre } from './theatre.js';

/**
 * Serves the page until somebody ends the command; then all that was started ends with it.
 *
 * @throws UsageError where the page was not built.
 */
export const served = async (
  { opens, ...opened }: Opened & { readonly opens: boolean },
  pageOf: PageOf | undefined,
  out: Terminal,
): Promise<void> => {
  if (pageOf === undefined)
    throw new UsageError(['The page is not there: run `cheomseong rehearse` of the installed package']);
  const page = await pageOf('rehearsal');
  const theatre = openTheatre(opened);
  try {
    await withLoopback(answering(page, theatre), 0, async (url) => {
      out.write(`Rehearsing on ${url}/ until Ctrl-C.\n`);
      if (opens) openInBrowser(`${url}/`);
      await stopped();
    });
  } finally {
    await theatre.close();
  }
};
