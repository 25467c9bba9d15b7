import { resolve } from 'node:path';
import { type Program, chosenProgram, newestPromtool, programOf } from '#proof/tools/tool.js';

/**
 * The promtools that judge.
 *
 * @param chosen By file or by name on PATH, or `newest`; none means the one in use.
 * @param folder Where somebody typed the command: names of files are of it.
 */
export const judgesOf = async (chosen: readonly string[], folder: string): Promise<readonly Program[]> =>
  chosen.length === 0
    ? [await programOf('promtool')]
    : Promise.all(
        chosen.map((each) =>
          each === 'newest'
            ? newestPromtool()
            : chosenProgram('promtool', each.includes('/') ? resolve(folder, each) : each),
        ),
      );
