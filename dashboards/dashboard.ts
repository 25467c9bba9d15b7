import type { AlertRule } from '../alerts/rule/rule.js';
import type { Language } from '../ground/language.js';
import type { Duration } from '../ground/duration.js';
import { refuse } from '../ground/fault.js';
import { dashboardFaults } from './check/dashboard.js';
import type { Said } from './description.js';
import { dashboardUid } from './identity.js';
import type { Link } from './link.js';
import type { Panel } from './panel/panel.js';
import type { Row } from './row.js';
import type { DashboardVariable } from './variable.js';

export interface DashboardSpec {
  /** The application that it shows; its uid begins with it. */
  readonly application: string;
  /** What it answers, for whoever looks for a dashboard. */
  readonly description: Said;
  /** Panels flow in 24 columns in the order given; a row begins a new line. */
  readonly panels: readonly (Panel | Row)[];
  /** Another uid than application and title make. Give the old one here to rename a dashboard and keep links to it. */
  readonly uid?: string;
  /** Grafana's folder; the application's name, unless given. */
  readonly folder?: string;
  /** What the reader chooses above the panels. */
  readonly variables?: readonly DashboardVariable[];
  /** The application's alerts: when one fires it is marked on every panel. */
  readonly alerts?: readonly AlertRule[];
  /** Where an alert's runbook stands; panels that draw its limit link to it. */
  readonly runbook?: (alert: string) => string;
  /** In which descriptions are written. */
  readonly language?: Language;
  readonly tags?: readonly string[];
  readonly links?: readonly Link[];
  /** How often Grafana asks anew. */
  readonly refresh?: Duration;
  /** An IANA name such as `Asia/Seoul`, `utc`, or `browser` for the reader's own. */
  readonly timezone?: string;
  /** How far back it shows when opened. */
  readonly last?: Duration;
  /** How often its series are scraped. */
  readonly scrapeInterval?: Duration;
}

/** A whole dashboard that has passed all checks. */
export interface Dashboard extends Required<Omit<DashboardSpec, 'runbook'>> {
  readonly title: string;
  readonly runbook?: (alert: string) => string;
}

/**
 * A dashboard of one application.
 *
 * @throws Error that names every fault of the dashboard, its variables, rows and panels at once.
 */
export const dashboard = (title: string, spec: DashboardSpec): Dashboard => {
  const made: Dashboard = {
    uid: dashboardUid(spec.application, title),
    folder: spec.application,
    variables: [],
    alerts: [],
    tags: [],
    links: [],
    refresh: '30s',
    timezone: 'browser',
    language: 'en',
    last: '6h',
    scrapeInterval: '30s',
    ...spec,
    title,
  };
  refuse(`dashboard '${title}'`, dashboardFaults(made));
  return made;
};
