import { relative, resolve } from 'node:path';
import { alertsOf } from '#application/application.js';
import type { Message } from '#browser/wire/message.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import type { Vision } from '#browser/wire/vision.js';
import type { PicturesAsked } from '#preview/options.js';
import type { Taken } from '#preview/shown/taken.js';
import { timeZoneOf } from '#preview/shown/time-zone.js';
import { type Needed, withChromium } from './browser.js';
import { pictures } from './picture.js';
import { applicationSights, dashboardSights, messageSights } from './sights.js';

/**
 * Writes a PNG of each dashboard, application and message.
 *
 * @returns that something is wrong where a page tells of a fault, which is told.
 */
export const takePictures = (
  needs: Needed,
  url: string,
  asked: PicturesAsked & { readonly vision?: Vision },
  taken: readonly Taken[],
  messages: () => Promise<readonly Message[]>,
  { out, err, folder: here }: Surface,
  json: boolean,
): Promise<ExitCode> =>
  withChromium(needs, async (browser) => {
    const folder = resolve(here, asked.folder);
    const { only } = asked;
    const alerts = taken.flatMap(({ application }) => alertsOf(application).map(({ name }) => name));
    // It takes seconds to have them told.
    const isTold = only.length === 0 || alerts.some((name) => only.includes(name));
    const sights = [
      ...dashboardSights(taken, only, folder),
      ...applicationSights(taken, only, folder),
      ...(isTold ? messageSights(await messages(), only, folder) : []),
    ];
    const all = await pictures(
      browser,
      url,
      { ...asked, timeZone: timeZoneOf(taken) ?? 'UTC' },
      sights,
      ({ file, faults }) => {
        if (!json) out.write(`${relative(here, file)}\n`);
        for (const fault of faults) err.write(`${relative(here, file)}: ${fault}\n`);
      },
    );
    if (json) out.write(`${JSON.stringify({ pictures: all })}\n`);
    return all.some(({ faults }) => faults.length > 0) ? exitCodes.faults : exitCodes.well;
  });
