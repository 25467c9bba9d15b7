import { lost } from '#alerts/rule/made.js';
import { unusedDeclarations } from '#ground/declared-secret.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import type { TypeFault } from '#synth/causes.js';
import { isEstate } from '#synth/estate/home.js';
import { Unsound, synthesizedEstate } from '#synth/estate/synthesized.js';
import { type Given, estateOf } from './given.js';
import { told } from './told.js';

const options = {
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  // these two the runner has taken
  fresh: { type: 'boolean' },
  watch: { type: 'boolean' },
} as const;

/**
 * `cheomseong synth`: what publishes an estate, once it is known what the compiler refuses. Its result is the exit code.
 *
 * @param words The words after `cheomseong synth`.
 * @throws what the estate throws.
 */
export const synthesis = (
  words: readonly string[],
  { err }: Surface,
  { main, mainFile, thrown = [], circles = [], library, standing, onlySound = false }: Given,
): ((types: readonly TypeFault[]) => ExitCode) => {
  const isIncomplete = thrown.length > 0 || circles.length > 0;
  try {
    const { isGiven } = readWords(words, options, 0);
    const estate = isIncomplete && !isEstate(main?.['default']) ? undefined : estateOf(main, mainFile);
    const publish = synthesizedEstate({
      ...(estate && { estate }),
      // what is missing may have taken what seems lost
      lost: isIncomplete ? [] : lost(),
      unused: isIncomplete ? [] : unusedDeclarations(),
      ...{ thrown, circles, library, onlySound },
    });
    // what is made later may be lost, or unused, only now
    if (onlySound && lost().length + unusedDeclarations().length > 0) throw new Unsound();
    const asked = { check: isGiven('check'), json: isGiven('json'), ...(standing && { standing }) };
    return (types) => publish(types, asked);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return () => {
      err.write(told(error, 'synth'));
      return exitCodes.cannot;
    };
  }
};
