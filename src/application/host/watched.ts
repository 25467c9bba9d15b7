import { type WatcherAlerts, watcherAlerts } from '#alerts/watchers.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { group } from '#alerts/rule/group.js';
import type { RulePack } from '#alerts/rule/pack.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { withAlertRows } from '#dashboards/alert-row.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { type MetricCatalog, narrowed } from '#promql/metric/catalog.js';
import { type Application, scrapesOf } from '#application/application.js';
import { besides } from '#application/promptness.js';
import { paced } from '#application/pace.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { tracingOnHost } from '#application/tracing/place.js';
import { service } from '#application/service.js';
import { type Defaults, defaultsOf } from './intervals.js';
import { servers } from './job.js';

/** What a host's own alerts become: as they are, or after an `override`. */
export type ChangeWatchers = (alerts: WatcherAlerts) => RulePack;

/** A server of monitoring as a target: it is called as in the host's network, and its series as its job. */
const serverScrape = (
  name: string,
  port: number,
  metrics: MetricCatalog,
  namespace: string,
  { interval, timeout }: Defaults,
): Scrape =>
  scrape(service(name, { namespaces: [namespace], labels: { app: name }, ports: { http: port } }), {
    port: 'http',
    interval,
    timeout,
    metrics: [metrics],
  });

/** An application with the one collector for its traces that a host has. */
const tracedOnHost = (application: Application): Application => {
  if (application.tracing === undefined) return application;
  const before = collectorsOf(application);
  const tracing = tracingOnHost(application.tracing);
  const [gateway] = collectorsOf({ ...application, tracing });
  const isKept = ({ name }: { readonly name: string }): boolean =>
    !before.some(
      ({ service, scrapes }) => service.name === name || scrapes.some((each) => each.name === name),
    );
  return {
    ...application,
    tracing,
    services: [...application.services.filter(isKept), ...(gateway ? [gateway.service] : [])],
    scrapes: [...application.scrapes.filter(isKept), ...(gateway?.scrapes ?? [])],
  };
};

/** Why what watches the servers of a host may take longer than its application promises. */
const watchesWatchers =
  'It watches what watches: what fails for a moment there, as a message that is sent again, mends itself, and users have not noticed.';

/**
 * An application with what watches its monitoring on a host: Prometheus scrapes itself and Alertmanager, and alerts tell when one of
 * them fails. Its manifests have none of it: there the platform watches itself.
 */
export const watchedOnHost = (
  described: Application,
  change: ChangeWatchers = (alerts) => alerts,
): Application => {
  const application = tracedOnHost(described);
  const { name, namespace, title, scrapes, groups } = application;
  // The application may run in a cluster too, of which its own runbooks then speak.
  const place = application.place.platform === 'compose' ? application.place : dockerCompose(name);
  const defaults = defaultsOf(scrapesOf(application));
  const [itself, alertmanager] = servers;
  const alerts = watcherAlerts(
    { ko: title, en: title, place },
    {
      prometheus: narrowed(prometheusMetrics, { namespace, service: itself }),
      alertmanager: narrowed(alertmanagerMetrics, { namespace, service: alertmanager }),
      scrapes: narrowed(scrapeMetrics, { namespace }),
    },
    { jobs: servers },
  );
  const all = [
    serverScrape(itself, 9090, prometheusMetrics, namespace, defaults),
    ...scrapes,
    serverScrape(alertmanager, 9093, alertmanagerMetrics, namespace, defaults),
  ];
  const monitoring = group(`${name}-monitoring`, { interval: defaults.interval, packs: [change(alerts)] });
  const watching = paced(monitoring, all, []);
  const { prompt, dashboards, logGroups } = application;
  const told = [...groups, watching];
  return {
    ...application,
    scrapes: all,
    groups: told,
    dashboards: withAlertRows(dashboards, toldAlertsOf({ groups: told, logGroups })),
    ...(prompt && { prompt: besides(prompt, watching, watchesWatchers) }),
  };
};
