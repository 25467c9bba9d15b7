import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { PageOf } from '#browser/wire/page.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { refuse } from '#ground/fault.js';
import { newestAlertmanager } from '#proof/tools/tool.js';
import { drillsFile } from '#synth/drills/drill.js';
import { keepDrills, keptDrills } from '#synth/drills/kept.js';
import type { Estate } from '#synth/estate/home.js';
import { chosenOf } from './drill/chosen.js';
import { keptOf } from './drill/kept.js';
import { rehearse } from './drill/rehearse.js';
import { served } from './page/served.js';
import { everywhere } from './place/places.js';
import { readOptions } from './told/options.js';
import { textOf } from './told/outputs.js';

export interface Rehearsed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
  /** The release of the package. */
  readonly version: string;
}

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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
  if (alerts.length === 0) {
    await served({ ...options, places, ...(program && { program }) }, pageOf, out);
    return exitCodes.well;
  }
  // Before minutes have passed: what is kept must be right to be added to.
  if (options.records) refuse(drillsFile, keptDrills(root).faults);
  const drilled = await rehearse(chosenOf(places, alerts), {
    ...options,
    ...(program && { program }),
    ...(err.isTTY && { preparing: (what: string) => err.write(`${what}\n`) }),
  });
  // Before anything that may fail: minutes have passed for it.
  if (options.records) keepDrills(root, keptOf(drilled, version));
  for (const { format, file } of outputs) {
    const text = textOf(format, drilled);
    if (file === undefined) out.write(text);
    else write(resolve(folder, file), text);
  }
  return drilled.every(({ faults }) => faults.length === 0) ? exitCodes.well : exitCodes.faults;
};
