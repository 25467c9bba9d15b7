import type { Incoming } from '#incoming/alert/asked.js';
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

const isCritical = ({ alert, shared }: Incoming, severities: Severities): boolean => {
  const severity = alert.labels['severity'] ?? shared['severity'] ?? '';
  return severity === 'critical' || severities[severity] === 'critical';
};

/** All files of an application, by their names in its folder. */
export const applicationFiles = (
  plan: Plan,
  ways: Ways,
  { naming, namespace, severities, ending }: Described,
  beside: Beside,
): Readonly<Record<string, string>> => {
  const { routing, scrapes, dashboards } = beside;
  const groups = groupsWritten(plan, ways);
  const { library, own } = plan.metrics;
  return {
    ...sharedFiles(plan, ending),
    ...Object.fromEntries(groups.map((group) => [`alerts/${group.file}.ts`, groupText(group, ending)])),
    ...Object.fromEntries(piecesOf(beside).map(({ file, text }) => [file, text])),
    'index.ts': indexText(
      naming,
      {
        ...{ namespace, severities, platform: library },
        isCritical: groups.some(({ written }) =>
          written.some(({ incoming }) => isCritical(incoming, severities)),
        ),
        metrics: own.length > 0 ? [{ code: 'metrics', file: `./metrics.${ending}` }] : [],
        groups: groups.map(({ code, file }) => ({ code, file: `./alerts/${file}.${ending}` })),
        dashboards: dashboards.map((each) => partOf(each, ending)),
        ...(routing && { routing: partOf(routing, ending) }),
        ...(scrapes && {
          scrapes: partOf(scrapes, ending),
          services: partOf({ ...scrapes, code: 'services' }, ending),
        }),
      },
      ending,
    ),
  };
};
