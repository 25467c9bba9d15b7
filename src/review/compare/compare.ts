import type { ApplicationMeant, Meaning, PlaceMeant } from '#review/meaning/meaning.js';
import { alertFindings, removedFinding } from './alerts.js';
import { costFindings } from './cost.js';
import { changedDashboards, dashboardFindings } from './dashboards.js';
import { type Finding, type One, worstFirst } from './finding.js';
import { type Placed, grouped } from './grouped.js';
import { objectiveFindings, recordFindings } from './objectives.js';
import { paired } from './paired.js';
import { placeFindings } from './place.js';
import { scrapingFindings } from './scrapes.js';

const nothing: Pick<
  ApplicationMeant,
  'alerts' | 'records' | 'objectives' | 'dashboards' | 'scrapes' | 'services' | 'exporters' | 'series'
> = {
  ...{ alerts: [], records: [], objectives: [], dashboards: [] },
  ...{ scrapes: [], services: [], exporters: [], series: 0 },
};

const applicationFindings = (before: ApplicationMeant, after: ApplicationMeant): readonly One[] => [
  ...alertFindings(before.alerts, after.alerts),
  ...objectiveFindings(before.objectives, after.objectives),
  ...recordFindings(before.records, after.records),
  ...dashboardFindings(before.dashboards, after.dashboards),
  ...scrapingFindings(before, after),
];

/** An application that a place has no longer: its alerts, and that it is gone. */
const goneApplication = (application: ApplicationMeant): readonly One[] => [
  ...application.alerts.map((alert) => ({ ...removedFinding(alert), text: 'is gone with the application' })),
  ...dashboardFindings(application.dashboards, []),
];

const placed = (place: string, application: string, ones: readonly One[]): readonly Placed[] =>
  ones.map((one) => ({ place, application, one }));

const betweenPlaces = (before: PlaceMeant, after: PlaceMeant): readonly Placed[] => {
  const { both, gone, come } = paired(before.applications, after.applications, ({ name }) => name);
  return [
    ...gone.flatMap((each) => placed(after.name, each.name, goneApplication(each))),
    ...both.flatMap(([was, is]) => placed(after.name, is.name, applicationFindings(was, is))),
    ...come.flatMap((each) =>
      placed(after.name, each.name, applicationFindings({ ...each, ...nothing }, each)),
    ),
    ...placed(after.name, '', [...placeFindings(before, after), ...costFindings(before, after)]),
  ];
};

const emptied = (place: PlaceMeant): PlaceMeant => ({
  ...place,
  ...{ applications: [], secrets: [], objects: [] },
  ...{ series: 0, samplesPerSecond: 0, memory: 0 },
});

const pairsOf = (before: Meaning, after: Meaning): readonly (readonly [PlaceMeant, PlaceMeant])[] => {
  const { both, gone, come } = paired(before.places, after.places, ({ name }) => name);
  return [
    ...gone.map((each) => [each, emptied(each)] as const),
    ...both,
    ...come.map((each) => [emptied(each), each] as const),
  ];
};

/** In what two meanings differ, the worst first. */
export const compared = (before: Meaning, after: Meaning): readonly Finding[] =>
  worstFirst(grouped(pairsOf(before, after).flatMap(([was, is]) => betweenPlaces(was, is))));

/** The uids of dashboards that differ in any place, each once. */
export const dashboardsBetween = (before: Meaning, after: Meaning): readonly string[] => [
  ...new Set(
    pairsOf(before, after).flatMap(([was, is]) =>
      changedDashboards(
        was.applications.flatMap(({ dashboards }) => dashboards),
        is.applications.flatMap(({ dashboards }) => dashboards),
      ),
    ),
  ),
];
