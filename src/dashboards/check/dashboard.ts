import type { Fault } from '#ground/fault.js';
import type { Language } from '#ground/language.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { type Said, descriptionFaults, spokenOf } from '#dashboards/description.js';
import { isUid, longestUid } from '#dashboards/identity.js';
import { type Mark, markFaults } from '#dashboards/mark.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Row, panelsIn, rowsIn } from '#dashboards/row.js';
import type { DashboardVariable } from '#dashboards/variable.js';
import { houseFaults } from './house.js';
import { namedFaults } from './named.js';
import { panelFaults } from './panels.js';
import { thresholdFaults } from './thresholds.js';
import { variableFaults } from './variables.js';
import { windowFaults } from './windows.js';

/** What of a dashboard can be wrong. */
interface Checked {
  readonly uid: string;
  readonly description: Said;
  readonly language: Language;
  readonly timezone: string;
  readonly refresh: Duration;
  readonly scrapeInterval: Duration;
  readonly panels: readonly (Panel | Row)[];
  readonly variables: readonly DashboardVariable[];
  readonly marks: readonly Mark[];
  readonly alerts: readonly AlertRule[];
}

const isTimezone = (name: string): boolean => {
  const known = timezones.get(name) ?? isIanaName(name);
  timezones.set(name, known);
  return known;
};

// An Intl clock takes milliseconds to make, and all dashboards of an application are in one zone.
const timezones = new Map([
  ['browser', true],
  ['utc', true],
]);

const isIanaName = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Grafana's own least refresh, its setting `min_refresh_interval`. */
const leastRefresh = '5s';

/** All that is wrong with a dashboard, each fault with where, what, why and what instead. */
export const dashboardFaults = (dashboard: Checked): readonly Fault[] => {
  const { uid, description, language, timezone, refresh, panels: entries } = dashboard;
  const [panels, rows] = [panelsIn(entries), rowsIn(entries)];
  return [
    ...(isUid(uid)
      ? []
      : [
          {
            where: `uid '${uid}'`,
            what: uid,
            code: 'bad-uid' as const,
            why: `Grafana takes ${longestUid} of a to z, 0 to 9 and hyphens`,
            cure: 'give the dashboard a shorter uid of its own',
          },
        ]),
    ...descriptionFaults(spokenOf(description), language, 'say what it answers'),
    ...(panels.length === 0
      ? [{ where: '', what: '', code: 'holds-nothing' as const, why: 'has no panels', cure: 'add one' }]
      : []),
    ...(isTimezone(timezone)
      ? []
      : [
          {
            where: `timezone '${timezone}'`,
            what: timezone,
            code: 'no-such-time-zone' as const,
            why: 'is no IANA time zone',
            cure: "write e.g. 'Asia/Seoul', 'utc' or 'browser'",
          },
        ]),
    ...(inSeconds(refresh) < inSeconds(leastRefresh)
      ? [
          {
            where: `refresh '${refresh}'`,
            what: refresh,
            code: 'refresh-too-fast' as const,
            why: `Grafana refreshes every ${leastRefresh} at most`,
            cure: `write '${leastRefresh}' or more`,
          },
        ]
      : []),
    ...panelFaults(panels, rows, language),
    ...houseFaults(panels),
    ...variableFaults(panels, rows, dashboard.variables),
    ...markFaults(dashboard.marks, language),
    ...windowFaults(panels, dashboard.scrapeInterval),
    ...thresholdFaults(panels, dashboard.alerts),
    ...namedFaults(panels),
  ];
};
