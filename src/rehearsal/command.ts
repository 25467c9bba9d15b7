import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PageOf } from '#browser/wire/page.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { refuse } from '#ground/fault.js';
import { UsageError } from '#ground/usage.js';
import type { Drilled } from './drill/result.js';
import { type Program, newestAlertmanager } from '#proof/tools/tool.js';
import { openInBrowser } from '#servers/desktop.js';
import { withLoopback } from '#servers/loopback.js';
import { stopped } from '#servers/stopped.js';
import { type Drill, drillsFile } from '#synth/drills/drill.js';
import { keepDrills, keptDrills } from '#synth/drills/kept.js';
import type { Estate } from '#synth/estate/home.js';
import { chosenOf } from './drill/chosen.js';
import { rehearse } from './drill/rehearse.js';
import { answering } from './page/answers.js';
import { openTheatre } from './page/theatre.js';
import { type Somewhere, everywhere } from './place/places.js';
import { readOptions } from './told/options.js';
import { textOf } from './told/outputs.js';

export interface Rehearsed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
  /** The release of the package. */
  readonly version: string;
}

/** What is kept of drills: of those by which somebody was told, and nothing was wrong. */
const drillsOf = (drilled: readonly Drilled[], version: string): readonly Drill[] =>
  drilled.flatMap(({ application, alert, began, pace, seconds, faults }) =>
    seconds === null || faults.length > 0
      ? []
      : [
          {
            ...{ application, alert, version, pace },
            date: new Date(began).toISOString().slice(0, 10),
            seconds: Math.round(seconds * pace),
          },
        ],
  );

/** Serves the page until somebody ends the command; then all that was started ends with it. */
const served = async (
  places: readonly Somewhere[],
  { pace, opens, program }: { readonly pace: number; readonly opens: boolean; readonly program?: Program },
  out: Surface['out'],
  pageOf: PageOf | undefined,
): Promise<ExitCode> => {
  if (pageOf === undefined)
    throw new UsageError(['The page is not there: run `cheomseong rehearse` of the installed package']);
  const page = await pageOf('rehearsal');
  const theatre = openTheatre({ places, pace, ...(program && { program }) });
  try {
    return await withLoopback(answering(page, theatre), 0, async (url) => {
      out.write(`Rehearsing on ${url}/ until Ctrl-C.\n`);
      if (opens) openInBrowser(`${url}/`);
      await stopped();
      return exitCodes.well;
    });
  } finally {
    await theatre.close();
  }
};

/**
 * `cheomseong rehearse`: the alerts that are named, or a page for all of them.
 *
 * @throws UsageError on what cannot be done as it was asked.
 */
export const rehearseCommand = async (
  words: readonly string[],
  { out, err, folder, root }: Surface,
  { estate, pageOf, version }: Rehearsed,
): Promise<ExitCode> => {
  const { alerts, outputs, newest, ...options } = readOptions(words);
  const places = everywhere(estate);
  const program = newest ? await newestAlertmanager() : undefined;
  if (alerts.length === 0) return served(places, { ...options, ...(program && { program }) }, out, pageOf);
  // Before minutes have passed: what is kept must be right to be added to.
  if (options.records) refuse(drillsFile, keptDrills(root).faults);
  const drilled = await rehearse(chosenOf(places, alerts), {
    ...options,
    ...(program && { program }),
    ...(err.isTTY && { preparing: (what: string) => err.write(`${what}\n`) }),
  });
  for (const { format, file } of outputs) {
    const text = textOf(format, drilled);
    if (file === undefined) out.write(text);
    else writeFileSync(resolve(folder, file), text);
  }
  if (options.records) keepDrills(root, drillsOf(drilled, version));
  return drilled.every(({ faults }) => faults.length === 0) ? exitCodes.well : exitCodes.faults;
};
