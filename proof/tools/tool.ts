import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locate } from './locate.js';
import type { ToolName } from './requirements.js';
import { type Outcome, type RunOptions, run } from './run.js';
import type { Surroundings } from './search.js';

export type { ToolName } from './requirements.js';

const here = (): Surroundings => ({
  searchPath: process.env['PATH'] ?? ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
  // By platform, because a checkout may be mounted into a container of another.
  cacheFolder: fileURLToPath(
    new URL(`../../.cache/tools/${process.platform}-${process.arch}`, import.meta.url),
  ),
  announce: (text) => process.stderr.write(`${text}\n`),
});

const paths = new Map<ToolName, Promise<string>>();

/**
 * The absolute path of the program, found once per process: on PATH in a release that will do, else fetched without root from the
 * archive of the distribution (Debian, Ubuntu) into `.cache/tools`, where it is found from then on, without network.
 * Throws an Error that says what was looked for, what was found, why it will not do, and what to install.
 */
export const toolPath = (name: ToolName): Promise<string> => {
  const found = paths.get(name) ?? locate([name], here()).then(([path]) => path);
  paths.set(name, found);
  return found;
};

/** Runs the program to its end; a failing exit code is a result, not an error. */
export const runTool = async (
  name: ToolName,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'input' | 'env'> = {},
): Promise<Outcome> => run(await toolPath(name), args, options);

/** Fetches what is missing of all four at once, or throws one Error about all that cannot be had. */
export const provideTools = async (): Promise<void> => {
  await locate(['promtool', 'prometheus', 'amtool', 'alertmanager'], here());
};
