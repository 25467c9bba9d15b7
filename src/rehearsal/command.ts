import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PageOf } from '#browser/wire/page.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { newestAlertmanager } from '#proof/tools/tool.js';
import type { Estate } from '#synth/estate/home.js';
import { chosenOf } from './drill/chosen.js';
import { rehearse } from './drill/rehearse.js';
import { everywhere } from './place/places.js';
import { readOptions } from './told/options.js';
import { textOf } from './told/outputs.js';

export interface Rehearsed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
  /** The release of the package. */
  readonly version: string;
}

/** `cheomseong rehearse`. */
export const rehearseCommand = async (
  words: readonly string[],
  { out, err, folder }: Surface,
  { estate }: Rehearsed,
): Promise<ExitCode> => {
  const { alerts, outputs, newest, ...options } = readOptions(words);
  const places = everywhere(estate);
  const program = newest ? await newestAlertmanager() : undefined;
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
  return drilled.every(({ faults }) => faults.length === 0) ? exitCodes.well : exitCodes.faults;
};
