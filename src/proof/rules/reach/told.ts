import type { GivenFile } from '#ground/yaml-objects.js';
import { UsageError } from '#ground/usage.js';
import type { Fault } from '#ground/fault.js';
import type { RouteTestResult } from '#proof/routes/run.js';
import { type Subject, isAsked } from '#proof/rules/subject.js';
import { type Reach, reachOf, receiversWithout } from './reach.js';
import { readRoutes, testRoutes } from './routes.js';

/** Who is told of alerts, by the Alertmanager that files beside the rules describe. */
export interface Routed {
  readonly reached: readonly Reach[];
  /** Receivers that none of the alerts reaches. */
  readonly idle: readonly string[];
  /** What came of the tests of routes that were asked for. */
  readonly tests: readonly RouteTestResult[];
}

/** What files say of routes, and what is wrong with it. */
export interface RoutedRead {
  readonly routed?: Routed;
  readonly faults: readonly Fault[];
  /** The files that say something of it. */
  readonly files: ReadonlySet<string>;
}

/**
 * Who is told of alerts.
 *
 * @param tests Files and folders of tests of routes.
 * @throws UsageError where tests are asked for and no file has routes, Refusal on a file that is no tests.
 */
export const routedBy = (
  files: readonly GivenFile[],
  subjects: readonly Subject[],
  tests: readonly string[],
  folder: string,
): RoutedRead => {
  const { configuration, routings, sender, faults } = readRoutes(files);
  const read = { faults, files: new Set(routings.map(({ file }) => file)) };
  if (configuration === undefined) {
    if (tests.length > 0 && faults.length === 0)
      throw new UsageError([
        `--routes ${tests.join(', ')}: no file here has routes; give alertmanager.yml, or AlertmanagerConfigs, beside the rules`,
      ]);
    return read;
  }
  const alerts = subjects.flatMap(({ alert, group, asked }) =>
    isAsked(asked) ? [{ alert, group, expr: asked.expr }] : [],
  );
  const reached = reachOf(alerts, configuration, sender);
  return {
    ...read,
    routed: {
      reached,
      idle: receiversWithout(reached, configuration),
      tests: testRoutes(tests, configuration, folder),
    },
  };
};
