import { relative, resolve } from 'node:path';
import type { Message } from '#browser/wire/message.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import type { PicturesAsked } from '#preview/options.js';
import type { Taken } from '#preview/shown/taken.js';
import { type Needed, withChromium } from './browser.js';
import { pictures } from './picture.js';
import { dashboardSights, messageSights } from './sights.js';

/**
 * Writes a PNG of each dashboard, and of each message where all dashboards are asked for.
 *
 * @returns that something is wrong where a page tells of a fault, which is told.
 */
export const takePictures = (
  needs: Needed,
  url: string,
  asked: PicturesAsked,
  taken: readonly Taken[],
  messages: () => Promise<readonly Message[]>,
  { out, err, folder: here }: Surface,
  json: boolean,
): Promise<ExitCode> =>
  withChromium(needs, async (browser) => {
    const folder = resolve(here, asked.folder);
    const sights = [
      ...dashboardSights(taken, asked.only, folder),
      ...(asked.only.length === 0 ? messageSights(await messages(), folder) : []),
    ];
    const all = await pictures(browser, url, asked, sights, ({ file, faults }) => {
      if (!json) out.write(`${relative(here, file)}\n`);
      for (const fault of faults) err.write(`${relative(here, file)}: ${fault}\n`);
    });
    if (json) out.write(`${JSON.stringify({ pictures: all })}\n`);
    return all.some(({ faults }) => faults.length > 0) ? exitCodes.faults : exitCodes.well;
  });
