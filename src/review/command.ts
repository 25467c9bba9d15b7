import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import type { Estate } from '#synth/estate/home.js';
import { reviewHelp } from './help.js';

export interface Reviewed {
  readonly estate: Estate;
  /** The file that exports the estate, from the folder of the estate. */
  readonly mainFile: string;
  /** The release of the package. */
  readonly version: string;
  /** The folder of the product's own sources, where it runs from them. */
  readonly library: string | undefined;
}

/** `cheomseong review`. */
export const reviewCommand = async (
  words: readonly string[],
  { out }: Surface,
  { estate }: Reviewed,
): Promise<ExitCode> => {
  out.write(`${reviewHelp}${words.join(' ')}${estate.output}`);
  return exitCodes.cannot;
};
