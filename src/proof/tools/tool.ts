import { delimiter } from 'node:path';
import { shared } from '#ground/cache.js';
import { locate, locateNewest } from './locate.js';
import type { ToolName } from './requirements.js';
import { type Outcome, type RunOptions, run } from './run.js';
import type { Program, Surroundings } from './search.js';

export type { ToolName } from './requirements.js';
export type { Program } from './search.js';

const here = (): Surroundings => {
  const { PATH, PROMTOOL, CHROMIUM } = process.env;
  return {
    searchPath: PATH ?? ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    // By platform, because a checkout may be mounted into a container of another.
    cacheFolder: shared('tools', `${process.platform}-${process.arch}`),
    announce: (text) => process.stderr.write(`${text}\n`),
    chosen: { ...(PROMTOOL && { promtool: PROMTOOL }), ...(CHROMIUM && { chromium: CHROMIUM }) },
  };
};

const programs = new Map<ToolName, Promise<Program>>();

/**
 * The program, found once per process: for promtool and for chromium the one that the variable PROMTOOL or CHROMIUM names, else on PATH in a release that will do,
 * else fetched without root from the archive of the distribution (Debian, Ubuntu) into `.cache/tools`, where it is found from then
 * on, without network. Throws an Error that says what was looked for, what was found, why it will not do, and what to install.
 */
export const programOf = (name: ToolName): Promise<Program> => {
  const found = programs.get(name) ?? locate([name], here()).then(([program]) => program);
  programs.set(name, found);
  return found;
};

/** The absolute path of the program. */
export const toolPath = (name: ToolName): Promise<string> => programOf(name).then(({ path }) => path);

/** A program that somebody chose, by file or by a name on PATH; throws where it is another or too old. */
export const chosenProgram = (name: ToolName, chosen: string): Promise<Program> =>
  locate([name], { ...here(), chosen: { [name]: chosen } }).then(([program]) => program);

/** The newest promtool that the distribution has in any suite, fetched like the others; the one in use where there is none. */
export const newestPromtool = async (): Promise<Program> =>
  (await locateNewest('promtool', here())) ?? programOf('promtool');

/** The same of Prometheus itself. */
export const newestPrometheus = async (): Promise<Program> =>
  (await locateNewest('prometheus', here())) ?? programOf('prometheus');

/** The same of Alertmanager. */
export const newestAlertmanager = async (): Promise<Program> =>
  (await locateNewest('alertmanager', here())) ?? programOf('alertmanager');

/** The same of VictoriaMetrics's programs, whose package in older suites is years old. */
export const newestVictoriaMetrics = async (name: 'victoria-metrics' | 'vmalert'): Promise<Program> =>
  (await locateNewest(name, here())) ?? programOf(name);

/** Runs the program to its end; a failing exit code is a result, not an error. */
export const runTool = async (
  name: ToolName,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'input' | 'env'> = {},
): Promise<Outcome> => run(await toolPath(name), args, options);

/** Fetches what is missing of all that tests ask for at once, or throws one Error about all that cannot be had. */
export const provideTools = async (): Promise<void> => {
  await locate(['promtool', 'prometheus', 'amtool', 'alertmanager', 'chromium'], here());
};
