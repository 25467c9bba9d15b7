import type { PageOf } from '#browser/wire/page.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import type { Estate } from '#synth/estate/home.js';
import { previewHelp } from './help.js';

export interface Previewed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
}

/** `cheomseong preview`. */
export const previewCommand = async (
  words: readonly string[],
  { out }: Surface,
  { estate }: Previewed,
): Promise<ExitCode> => {
  out.write(`${previewHelp}${words.join(' ')}${estate.output}`);
  return exitCodes.cannot;
};
