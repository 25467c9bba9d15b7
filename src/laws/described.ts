import { type Application, scrapesOf } from '#application/application.js';
import { describedFaults } from '#application/described-faults.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { laterOf } from '#application/later/later.js';
import { question } from '#application/later/question.js';
import { applicationShape } from '#application/application-shape.js';
import { exporterFaults } from '#application/exporter/exporter.js';
import { noRunbooks } from '#application/runbook-fault.js';
import { scrapedEvery } from '#application/read.js';
import { scrapeFaults } from '#application/scrape.js';
import { serviceFaults } from '#application/service.js';
import { madeRuleFaults } from '#alerts/rule/fault/rule.js';
import { groupFaults } from '#alerts/rule/group.js';
import { changedFaults as dashboardFaults, slowest } from '#dashboards/dashboard.js';
import { type Fault, below } from '#ground/fault.js';
import { changedFaults as routingFaults } from '#routing/changed.js';
import { type Host, hostFaults } from '#application/host/host.js';
import { twice } from '#ground/repeated.js';
import { once } from './reading.js';

/** What the parts of an application are refused for when they are made. */
const ofParts = (application: Application): readonly Fault[] => {
  const { services, exporters, groups, logGroups, dashboards, platform, routing } = application;
  const scrapes = scrapesOf(application);
  const every = (expr: Parameters<typeof scrapedEvery>[0]) => scrapedEvery(expr, scrapes, platform);
  return [
    ...services.flatMap((each) => below(`services.${each.name}`, serviceFaults(each))),
    ...scrapes.flatMap((each) => below(`scrapes.${each.name}`, scrapeFaults(each))),
    ...exporters.flatMap((each) =>
      below(`exporters.${each.name}`, [
        ...exporterFaults({ asks: undefined, ...each }),
        ...serviceFaults(each.service),
      ]),
    ),
    ...[...groups, ...logGroups].flatMap((each) => below(`groups.${each.name}`, groupFaults(each))),
    ...toldAlertsOf(application).flatMap((each) => below(`alerts.${each.name}`, madeRuleFaults(each))),
    ...dashboards.flatMap((each) =>
      below(
        `dashboards '${each.title}'`,
        dashboardFaults(each, slowest({ panels: each.panels, scrapedEvery: every })),
      ),
    ),
    ...below('routing', routingFaults(routing)),
  ];
};

/** What an application and its parts are refused for when they are made: a copy by spreading was made by nobody. */
const changedSince = (application: Application): readonly Fault[] => {
  const malformed = applicationShape('', application);
  if (malformed.length > 0) return malformed;
  const parts = ofParts(application);
  if (parts.length > 0) return parts;
  const nowhere = application.runbook ? [] : noRunbooks(toldAlertsOf(application));
  return [...nowhere, ...describedFaults(application)];
};

/** The same of a host, and of its application as it runs there. */
const hostChangedSince = (host: Host): readonly Fault[] => {
  const own = hostFaults(host);
  return own.length > 0 ? below('host', own) : changedSince(host.application);
};

const asked = question('what its makers refuse', changedSince);
/** Of one of which an earlier run asked everything nothing was refused: or it would not be remembered. */
const ofApplication = (application: Application): readonly Fault[] =>
  laterOf(application)?.memory.isSettled === true ? [] : asked(application);
const onHost = question(
  'what the makers of its host refuse',
  (application, host: Omit<Host, 'application'>): readonly Fault[] =>
    hostChangedSince({ ...host, application }),
);

/** What is wrong with descriptions by themselves, and which of them that is not true of. */
interface Descriptions {
  readonly faults: readonly Fault[];
  readonly isSound: (application: Application) => boolean;
}

/**
 * What is rendered holds to what its makers refuse, whoever made it. What follows from a description that does not hold is not worth
 * judging, and may not even be made.
 */
export const everyDescriptionHolds = (
  applications: readonly Application[],
  hosts: readonly Host[] = [],
): Descriptions => {
  const twins = new Set(twice(applications.map(({ name }) => name)));
  const own = new Map<string, readonly Fault[]>();
  const enter = (name: string, faults: readonly Fault[]): void => {
    const placed = faults.map((fault) => ({ ...fault, where: `${name}/${fault.where}` }));
    own.set(name, once([...(own.get(name) ?? []), ...placed]));
  };
  for (const each of applications) enter(each.name, ofApplication(each));
  for (const each of hosts) enter(each.application.name, onHost(each.application, each));
  return {
    faults: [
      ...[...twins].map((name) => ({
        where: name,
        what: name,
        code: 'name-twice' as const,
        why: 'two applications have this name, and would be written to one folder',
        cure: 'give one of the two another name',
      })),
      ...[...own].flatMap(([name, faults]) => (twins.has(name) ? [] : faults)),
    ],
    isSound: ({ name }) => !twins.has(name) && (own.get(name) ?? []).length === 0,
  };
};
