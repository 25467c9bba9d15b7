import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { readLock } from '#proof/mutate/lock.js';
import type { Estate } from '#synth/estate/home.js';
import { meaningOf } from './meaning/estate.js';

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
  { estate, version }: Reviewed,
): Promise<ExitCode> => {
  out.write(`${JSON.stringify(meaningOf(estate, await readLock('proofs.lock'), version), undefined, 1)}\n`);
  return exitCodes.well;
};
