import type { PageOf } from '#browser/wire/page.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import type { Estate } from '#synth/estate/home.js';
import { rehearseHelp } from './help.js';

export interface Rehearsed {
  readonly estate: Estate;
  readonly pageOf: PageOf | undefined;
  /** The release of the package. */
  readonly version: string;
}

/** `cheomseong rehearse`. */
export const rehearseCommand = async (
  words: readonly string[],
  { out }: Surface,
  { estate }: Rehearsed,
): Promise<ExitCode> => {
  out.write(`${rehearseHelp}${words.join(' ')}${estate.output}`);
  return exitCodes.cannot;
};
