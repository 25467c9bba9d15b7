import type { AlertRule } from '#alerts/rule/rule.js';
import type { Language } from '#ground/language.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Expr } from '#promql/expr/ast.js';
import { type Fault, refuse } from '#ground/fault.js';
import { dashboardShape } from './check/shape.js';
import { dashboardFaults } from './check/dashboard.js';
import { type Datasources, usual } from './datasource.js';
import type { Said } from './description.js';
import { dashboardUid } from './identity.js';
import type { Link } from './link.js';
import type { Mark } from './mark.js';
import type { OwnOptions } from './model.js';
import type { Panel } from './panel/panel.js';
import { type Row, panelsIn } from './row.js';
import type { SeriesLogs } from './series-logs.js';
import type { StripFacts } from './strip/facts.js';
import { isAsDrawn, isOfStrip, stripPanels } from './strip/strip.js';
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
  /** What its panels ask that name no other; its application declares them. */
  readonly datasources?: Datasources;
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
  /** How often its series are scraped; by default as seldom as any that its panels read, where that is known, else twice a minute. */
  readonly scrapeInterval?: Duration;
  /**
   * Whether latencies are drawn with exemplars, points that lead to a trace: so it is where an application's traces are collected. Prometheus must keep
   * them, by its feature `exemplar-storage`.
   */
  readonly exemplars?: boolean;
  /** What happens around it, marked on all panels: of an application on Kubernetes its deployments, restarts and OOM kills, unless told. */
  readonly around?: Around;
  /** What else is marked on all panels whenever it happens. */
  readonly marks?: readonly Mark[];
  /** Where what its application logs is found: each series over time leads there. */
  readonly logs?: SeriesLogs;
  /** Annotations as Grafana's JSON has them, beside that of firing alerts. */
  readonly annotations?: readonly OwnOptions[];
  /** What else Grafana's JSON says of it, over what is said here: links to other dashboards, a range that does not end now. */
  readonly more?: OwnOptions;
  /** What people call the application, `Ecoeco`: its dashboards are called so too, where their titles do not name it. */
  readonly applicationTitle?: string;
  /** Whether the application has other dashboards: then each leads to the others, over the same time with the same choice. */
  readonly isOneOfSeveral?: boolean;
  /** What the strip on top tells beside the alerts, which an application says of itself; `false` leaves the strip out. */
  readonly strip?: StripFacts | false;
  /** How often what an expression reads is scraped, at the slowest: its application knows. */
  readonly scrapedEvery?: (expr: Expr) => Duration | undefined;
}

/** A whole dashboard that has passed all checks. */
export interface Dashboard extends Required<
  Omit<
    DashboardSpec,
    'runbook' | 'scrapedEvery' | 'more' | 'logs' | 'applicationTitle' | 'isOneOfSeveral' | 'strip' | 'around'
  >
> {
  readonly title: string;
  /** Nothing of one that others drew: it is called, found and left as it was. */
  readonly applicationTitle?: string;
  readonly isOneOfSeveral?: boolean;
  /** Of what its strip was made, where it has one. */
  readonly strip?: StripFacts;
  readonly runbook?: (alert: string) => string;
  readonly logs?: SeriesLogs;
  readonly more?: OwnOptions;
}

/** What happens around an application, in the namespace that the reader chose where there is a choice. */
export type Around = (namespace?: DashboardVariable) => readonly Mark[];

const namespaceOf = (variables: readonly DashboardVariable[] = []): DashboardVariable | undefined =>
  variables.find(({ variable }) => variable === 'namespace');

/** Dashboards as they were made, which nobody needs to look at again. */
const sound = new WeakSet<Dashboard>();

const madeFaults = (made: Dashboard, every: Duration | undefined): readonly Fault[] => {
  const malformed = dashboardShape('', made);
  return malformed.length > 0 ? malformed : [...dashboardFaults(made), ...intervalFaults(made, every)];
};

/** What is wrong with a dashboard that was changed since it was made; nothing of one that was not. */
export const changedFaults = (given: Dashboard, every: Duration | undefined): readonly Fault[] =>
  sound.has(given) ? [] : madeFaults(given, every);

/**
 * A dashboard of one application.
 *
 * @throws Error that names every fault of the dashboard, its variables, rows and panels at once.
 */
export const dashboard = (title: string, spec: DashboardSpec): Dashboard => {
  refuse(`dashboard '${title}'`, dashboardShape('', spec));
  const { strip, around, applicationTitle, isOneOfSeveral, ...others } = spec;
  // To one that others drew nothing is added.
  const isOurs = spec.panels.length > 0 && !isAsDrawn(spec.panels);
  const facts = isOurs && strip !== false ? strip : undefined;
  const made: Dashboard = {
    uid: dashboardUid(spec.application, title),
    folder: spec.application,
    variables: [],
    datasources: usual,
    alerts: [],
    tags: [],
    links: [],
    exemplars: false,
    annotations: [],
    refresh: '30s',
    timezone: 'browser',
    language: 'en',
    last: '6h',
    scrapeInterval: slowest(spec) ?? '30s',
    ...others,
    marks: [...(isOurs ? (around?.(namespaceOf(spec.variables)) ?? []) : []), ...(spec.marks ?? [])],
    ...(isOurs && applicationTitle !== undefined && { applicationTitle }),
    ...(isOurs && isOneOfSeveral !== undefined && { isOneOfSeveral }),
    ...(facts && { strip: facts, panels: [...stripPanels(spec, facts), ...spec.panels] }),
    title,
  };
  refuse(`dashboard '${title}'`, madeFaults(made, slowest(spec)));
  sound.add(made);
  return Object.freeze(made);
};

/** A dashboard of which the library itself changed what it knows to be right: whoever made it need not answer for that. */
const changedHere = (given: Dashboard, made: Dashboard): Dashboard => {
  if (sound.has(given)) sound.add(made);
  return Object.freeze(made);
};

/** The same dashboard with other panels. */
export const withPanels = (given: Dashboard, panels: Dashboard['panels']): Dashboard =>
  panels.length === given.panels.length ? given : changedHere(given, { ...given, panels });

/** The same dashboard with pages of its alerts, which are read elsewhere than it says. */
export const withRunbook = (given: Dashboard, runbook: (alert: string) => string): Dashboard =>
  changedHere(given, { ...given, runbook });

/** An interval shorter than that of the scrapes: a window of four such intervals may hold a single sample. */
const intervalFaults = ({ scrapeInterval }: Dashboard, every: Duration | undefined): readonly Fault[] =>
  every === undefined || inSeconds(scrapeInterval) >= inSeconds(every)
    ? []
    : [
        {
          where: 'scrapeInterval',
          what: scrapeInterval,
          code: 'interval-too-short',
          why: `its series are scraped every ${every}, not every ${scrapeInterval}`,
          cure: 'leave it out: it follows from the scrapes',
        },
      ];

/** How often what the panels read is scraped, at the slowest. */
export const slowest = ({
  panels,
  scrapedEvery = () => undefined,
}: Pick<DashboardSpec, 'panels' | 'scrapedEvery'>): Duration | undefined =>
  panelsIn(panels)
    // What alerts read is drawn over no time here.
    .filter((panel) => !isOfStrip(panel))
    .flatMap(({ queries }) => queries.flatMap(({ expr }) => scrapedEvery(expr) ?? []))
    .toSorted((a, b) => inSeconds(b) - inSeconds(a))
    .at(0);
