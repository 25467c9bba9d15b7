import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Application } from '#application/application.js';
import { faultText } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { UsageError, readWords } from '#ground/usage.js';
import { type Configuration, ofOne } from '#routing/alertmanager/configuration.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { reason } from '#proof/tools/reason.js';
import { filesOf } from './files.js';
import { readRouteTests } from './read.js';
import { type RouteTestResult, runRouteTests } from './run.js';
import { routeTestsOf, routeTestsText } from './write.js';

/** Where the command writes: results to one, what keeps it from running to the other. */
export interface RoutesOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The options that there are. */
export const known = {
  routes: { type: 'string', multiple: true },
  'routes-of': { type: 'string' },
  host: { type: 'string' },
} as const;

const called = (estate: readonly Application[], name: string): Application => {
  const found = estate.find((each) => each.name === name);
  if (found) return found;
  const names = estate.map((each) => each.name);
  throw new UsageError([`there is no application ${name}; ${instead(name, names)}`]);
};

/** Whether these words are for this command. */
export const asksForRoutes = (args: readonly string[]): boolean =>
  args.some((each) => /^--routes(-of)?(=|$)/.test(each)) &&
  !args.some((each) => each === '--help' || each === '-h');

/** What came of a test, as a person reads it. */
export const resultText = ({ name, faults }: RouteTestResult): string =>
  faults.length === 0 ? `PASS ${name}` : faultText(`FAIL ${name}`, faults, true);

/**
 * `cheomseong prove --routes FILE`: runs tests, those of a folder too, of routes against the Alertmanager that the operator makes of the whole estate, or with
 * `--host NAME` against the one of an application alone. An application is one AlertmanagerConfig here, whatever parts it is written
 * in. `--routes-of NAME` writes such a file of an application.
 *
 * @param folder Where somebody typed the command: names of files are of it.
 * @returns The exit code: 0 where every test holds, 1 where one does not, 2 where they could not be run.
 */
export const routesCommand = (
  args: readonly string[],
  estate: readonly Application[],
  folder: string,
  { out, err }: RoutesOutput,
): 0 | 1 | 2 => {
  try {
    const { text, texts } = readWords(args, known, 0);
    const [of, host] = [text('routes-of'), text('host')];
    const files = texts('routes').flatMap((named) => filesOf(folder, named));
    if (of !== undefined) {
      out(routeTestsText(routeTestsOf(called(estate, of))));
      return 0;
    }
    const configuration: Configuration =
      host === undefined ? ofOperator(estate) : ofOne(called(estate, host).routing);
    const results = files.flatMap((file) =>
      runRouteTests(readRouteTests(readFileSync(resolve(folder, file), 'utf8'), file), configuration),
    );
    out(`${results.map(resultText).join('\n')}\n`);
    return results.every(({ faults }) => faults.length === 0) ? 0 : 1;
  } catch (error) {
    err(`${reason(error)}\n`);
    return 2;
  }
};
