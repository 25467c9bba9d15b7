import { type Application, alertsOf, scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { Datasource } from '#dashboards/datasource.js';
import { type Panel, askedBy } from '#dashboards/panel/panel.js';
import { type Row, panelsIn } from '#dashboards/row.js';
import type { Filebeat } from '#application/agent/filebeat.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { isOfStrip, withStripOf } from '#dashboards/strip/strip.js';
import type { Host } from '#application/host/host.js';

/** An application as a host can hold it: of agents for logs, with none but the one that reads files of its machine. */
export type ApplicationOnHost = Omit<Application, 'logs'> & { readonly logs?: Filebeat };

/** A host with its application as it can hold it: of this its files are made. */
export interface AnsweredHost extends Host {
  readonly application: ApplicationOnHost;
}

/** What a host can hold of an application, and what is left out there, because nobody on the host exports what it reads. */
export interface Answered {
  readonly application: ApplicationOnHost;
  readonly alerts: readonly string[];
  /** `Overview / Pod Status`. */
  readonly panels: readonly string[];
  /** An agent for logs that reads what only Kubernetes writes: `fluent-bit`. */
  readonly agents: readonly string[];
}

/** The series that are there: what is scraped, and what is recorded from nothing else. */
const seriesOnHost = (application: Application): ReadonlySet<string> => {
  const names = new Set([
    ...scrapesOf(application).flatMap((scrape) => [...storedBy(scrape).keys()]),
    // Who evaluates alerts stores which of them fire.
    ...['ALERTS', 'ALERTS_FOR_STATE'],
  ]);
  const records = application.groups.flatMap((group) => group.records);
  // A rule may read what another records, of any group.
  const next = () => records.find(({ record, expr }) => !names.has(record) && reads(names, expr));
  for (let found = next(); found; found = next()) names.add(found.record);
  return names;
};

/** Whether all that an expression reads is among these. */
const reads = (names: ReadonlySet<string>, expr: Expr): boolean =>
  selectors(expr).every(({ metric }) => names.has(metric.name));

/**
 * An application without the rules and panels that read what only a platform has, such as kube-state-metrics or Loki: an alert that
 * can never fire looks like one that is quiet because all is well. What it leaves out is told, to be written where people read it.
 */
export const answeredOnHost = (application: Application): Answered => {
  const { logs, ...rest } = application;
  // Another reads what only Kubernetes writes.
  const agent = logs?.name === 'filebeat' ? logs : undefined;
  const names = seriesOnHost(application);
  const isAnswered = ({ expr }: { readonly expr: Expr }): boolean => reads(names, expr);
  const ofHost = Object.values<Datasource>(application.datasources).map(({ uid }) => uid);
  const isShown =
    ({ datasources }: Dashboard) =>
    (panel: Panel): boolean => {
      const { uid } = askedBy(panel, datasources) ?? {};
      return (
        panel.asks !== 'loki' &&
        (uid === undefined || ofHost.includes(uid)) &&
        panel.queries.every(isAnswered)
      );
    };
  const shownOf = (dashboard: Dashboard, entry: Panel | Row): readonly (Panel | Row)[] => {
    if (entry.type === 'panel') return isShown(dashboard)(entry) ? [entry] : [];
    const panels = entry.panels.filter(isShown(dashboard));
    return panels.length > 0 ? [{ ...entry, panels }] : [];
  };

  const groups = application.groups.map((group) => ({
    ...group,
    records: group.records.filter(isAnswered),
    alerts: group.alerts.filter(isAnswered),
  }));
  const striped = application.dashboards.map((each) => withStripOf(each, (expr) => reads(names, expr)));
  const dashboards = striped.map((dashboard) => ({
    ...dashboard,
    panels: dashboard.panels.flatMap((entry) => shownOf(dashboard, entry)),
  }));
  return {
    application: {
      ...rest,
      ...(agent && { logs: agent }),
      groups: groups.filter((group) => group.records.length + group.alerts.length > 0),
      dashboards: dashboards.filter(({ panels }) =>
        panels.some((entry) => entry.type === 'row' || !isOfStrip(entry)),
      ),
    },
    agents: logs && !agent ? [logs.name] : [],
    alerts: alertsOf(application)
      .filter((alert) => !isAnswered(alert))
      .map(({ name }) => name),
    panels: striped.flatMap((dashboard) =>
      panelsIn(dashboard.panels)
        .filter((panel) => !isShown(dashboard)(panel))
        .map((panel) => `${dashboard.title} / ${panel.title}`),
    ),
  };
};
