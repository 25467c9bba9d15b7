import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type GivenFile, writtenIn } from '#ground/yaml-objects.js';
import type { Fault } from '#ground/fault.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { configurationOf } from '#routing/read/configuration.js';
import { type Sender, operatedIn, senderIn } from './sender.js';
import { filesOf } from '#proof/routes/files.js';
import { readRouteTests } from '#proof/routes/read.js';
import { type RouteTestResult, runRouteTests } from '#proof/routes/run.js';
import { type RoutingRead, type WrittenRouting, readRouting } from '#routing/read/read.js';

/** What files beside rules say of who is told. */
export interface RoutesRead {
  /** Nothing where no file says anything. */
  readonly configuration?: Configuration;
  readonly routings: readonly WrittenRouting[];
  /** What alerts get on their way there. */
  readonly sender: Sender;
  readonly faults: readonly Fault[];
}

/** Whether a file may be a configuration of Alertmanager or hold one, which is cheap to tell. */
const mayRoute = ({ text }: GivenFile): boolean =>
  /AlertmanagerConfig|kind["']?:\s*["']?(Alertmanager|Prometheus)\b|\b(receivers|external_labels)["']?\s*:|alertmanager\.ya?ml/.test(
    text,
  );

/** The Alertmanager that files describe: alertmanager.yml, a Secret that holds it, AlertmanagerConfigs. */
export const readRoutes = (files: readonly GivenFile[]): RoutesRead => {
  const documents = files.filter(mayRoute).flatMap(writtenIn);
  const read: readonly RoutingRead[] = documents.map(readRouting);
  const routings = read.flatMap(({ routing }) => routing ?? []);
  const several = routings.filter(({ form }) => form === 'alertmanager.yml').slice(1);
  const configuration = configurationOf(routings, operatedIn(documents));
  return {
    ...(configuration && { configuration }),
    routings,
    sender: senderIn(documents),
    faults: [
      ...read.flatMap(({ faults }) => faults),
      ...several.map(({ file, line }) => ({
        where: `${file}:${line}`,
        what: '',
        code: 'bad-routing-file' as const,
        why: 'an Alertmanager has one configuration, and this is another',
        cure: 'give those of one Alertmanager at a time',
      })),
    ],
  };
};

/**
 * Runs the tests of routes that `--routes` names, files and folders of them, against a configuration.
 *
 * @param folder Where somebody typed the command: names of files are of it.
 * @throws UsageError on a name of which there is nothing, Refusal on a file that is no tests.
 */
export const testRoutes = (
  names: readonly string[],
  configuration: Configuration,
  folder: string,
): readonly RouteTestResult[] =>
  names
    .flatMap((name) => filesOf(folder, name))
    .flatMap((file) =>
      runRouteTests(readRouteTests(readFileSync(resolve(folder, file), 'utf8'), file), configuration),
    );
