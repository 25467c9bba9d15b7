import type { Duration } from '../promql/unit/duration.js';
import { panelFaults } from './check/panels.js';
import { variableFaults } from './check/variables.js';
import { windowFaults } from './check/windows.js';
import { dashboardUid, isUid, longestUid } from './identity.js';
import type { Link } from './link.js';
import type { Panel } from './panel/panel.js';
import type { Row } from './row.js';
import type { DashboardVariable } from './variable.js';

export interface DashboardSpec {
  /** The application that it shows; its uid begins with it. */
  readonly application: string;
  readonly title: string;
  /** What it answers, for whoever looks for a dashboard. */
  readonly description: string;
  /** Grafana's folder. */
  readonly folder: string;
  /** Panels flow in 24 columns in the order given; a row begins a new line. */
  readonly panels: readonly (Panel | Row)[];
  /** Where the uid is to be another than application and title make. */
  readonly uid?: string;
  readonly variables?: readonly DashboardVariable[];
  readonly tags?: readonly string[];
  readonly links?: readonly Link[];
  /** How often Grafana asks anew. */
  readonly refresh?: Duration;
  /** An IANA name such as `Asia/Seoul`, `utc`, or `browser` for the reader's own. */
  readonly timezone?: string;
  /** How far back it shows. */
  readonly last?: Duration;
  /** How often the shown series are scraped. */
  readonly scrapeInterval?: Duration;
}

/** A whole dashboard, checked. */
export interface Dashboard extends Required<DashboardSpec> {}
