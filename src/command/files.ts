import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { rulesCommand } from '#proof/rules/command.js';
import { told } from './told.js';

/**
 * `cheomseong prove FILE…`, apart from what knows estates: it is loaded where none is needed.
 *
 * @param args The words after `cheomseong prove`.
 * @returns The exit code. What keeps it from running is told on `err`, not thrown.
 */
export const command = async (args: readonly string[], surface: Surface): Promise<ExitCode> => {
  try {
    return await rulesCommand(args, surface);
  } catch (error) {
    surface.err.write(told(error, 'prove'));
    return exitCodes.cannot;
  }
};
