import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { type Estate, clustersOf, hostsOf } from './home.js';

/** How much an application of several of one name has to say: one on a host has alerts on its own monitoring beside. */
const size = (application: Application): number => toldAlertsOf(application).length;

/** An application without the alerts that were seen already, which are the same values wherever it runs. */
const without = (application: Application, seen: ReadonlySet<unknown>): Application => ({
  ...application,
  groups: application.groups.map((group) => ({
    ...group,
    alerts: group.alerts.filter((alert) => !seen.has(alert)),
  })),
  logGroups: application.logGroups.map((group) => ({
    ...group,
    alerts: group.alerts.filter((alert) => !seen.has(alert)),
  })),
});

/**
 * The applications of all places as they run there, of those that run in several each alert once: where one is a function of its place, all
 * that differs.
 */
export const runningIn = (estate: Pick<Estate, 'places'>): readonly Application[] => {
  const all = [
    ...clustersOf(estate).flatMap(({ applications }) => applications),
    ...hostsOf(estate).map(({ application }) => application),
  ].filter((each) => each !== undefined);
  const names = [...new Set(all.map(({ name }) => name))];
  return names.flatMap((name) => {
    const seen = new Set<unknown>();
    return all
      .filter((each) => each.name === name)
      .toSorted((a, b) => size(b) - size(a))
      .flatMap((each) => {
        const rest = seen.size === 0 ? each : without(each, seen);
        for (const alert of toldAlertsOf(each)) seen.add(alert);
        return rest === each || size(rest) > 0 ? [rest] : [];
      });
  });
};
