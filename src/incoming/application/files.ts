import type { Ways } from './assembled.js';
import { groupsWritten, recordsWritten } from './assembled.js';
import { type Beside, piecesOf } from '#incoming/beside/beside.js';
import { type Part, indexText } from './index-file.js';
import { metricsText } from './metrics.js';
import { groupText, recordsText } from './rules.js';
import type { Plan } from '#incoming/plan/plan.js';
import type { Severities } from '#incoming/plan/severities.js';
import type { Naming } from '#new/naming.js';

/** What an application is called, where it is, and what it takes. */
export interface Described {
  readonly naming: Naming;
  readonly namespace: string;
  readonly severities: Severities;
  readonly ending: string;
}

/** The files that alerts import, by their names. */
export const sharedFiles = (plan: Plan, ending: string): Readonly<Record<string, string>> => {
  const { records, metrics } = recordsWritten(plan);
  return {
    ...(plan.metrics.own.length > 0 && { 'metrics.ts': metricsText(plan.metrics.own) }),
    ...(records.length > 0 && { 'records.ts': recordsText(records, metrics, ending) }),
  };
};

/** A file as another in the folder imports it. */
const partOf = ({ code, file }: Part, ending: string): Part => ({
  code,
  file: `./${file.replace(/ts$/, ending)}`,
});

/** All files of an application, by their names in its folder. */
export const applicationFiles = (
  plan: Plan,
  ways: Ways,
  { naming, namespace, severities, ending }: Described,
  { routing, dashboards, ...beside }: Beside,
): Readonly<Record<string, string>> => {
  const groups = groupsWritten(plan, ways);
  const { library, own } = plan.metrics;
  return {
    ...sharedFiles(plan, ending),
    ...Object.fromEntries(groups.map((group) => [`alerts/${group.file}.ts`, groupText(group, ending)])),
    ...Object.fromEntries(
      piecesOf({ dashboards, ...(routing && { routing }), ...beside }).map(({ file, text }) => [file, text]),
    ),
    'index.ts': indexText(
      naming,
      {
        ...{ namespace, severities, platform: library },
        metrics: own.length > 0 ? [{ code: 'metrics', file: `./metrics.${ending}` }] : [],
        groups: groups.map(({ code, file }) => ({ code, file: `./alerts/${file}.${ending}` })),
        dashboards: dashboards.map((each) => partOf(each, ending)),
        ...(routing && { routing: partOf(routing, ending) }),
      },
      ending,
    ),
  };
};
