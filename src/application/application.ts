import type { AlertRule } from '#alerts/rule/rule.js';
import { kubernetes } from '#alerts/place/kubernetes.js';
import type { Place } from '#alerts/place/place.js';
import type { LogGroup } from '#alerts/log/log-group.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { Language, Languages } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { withAlertRows } from '#dashboards/alert-row.js';
import { type DashboardForm, configMaps } from '#dashboards/form.js';
import { type Datasource, type Datasources, usual } from '#dashboards/datasource.js';
import { refuse } from '#ground/fault.js';
import { watchingAgents } from './agent/watched.js';
import type { Instrumentation } from './instrumentation/instrumentation.js';
import { scrapedAt } from './instrumentation/scraped.js';
import { agentNamespaceOf, placed } from './agent/namespace.js';
import type { Filebeat } from './agent/filebeat.js';
import type { FluentBit } from './agent/fluent-bit.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { collectorsOf } from './tracing/collector.js';
import { tracingAt } from './tracing/place.js';
import type { Tracing } from './tracing/described.js';
import type { Routing } from '#routing/routing.js';
import type { Exporter } from './exporter/exporter.js';
import { type Profile, type Following, followed } from './profile.js';
import { type enforcedLabels, applicationShape, specShape } from './application-shape.js';
import { beat } from './heartbeat.js';
import { type About, aboutOf } from './about.js';
import { describedFaults } from './described-faults.js';
import { unknownLanguages } from './language-faults.js';
import { toldAlertsOf } from './log-groups.js';
import { type Network, type NetworkSpec, networkOf } from './network/network.js';
import { paced } from './pace.js';
import type { Promptness } from './promptness.js';
import type { Scrape, ServiceScrape } from './scrape.js';
import { type Severities, graded } from './severities.js';
import { watching } from './watching.js';
import type { Service } from './service.js';

/** All that one application is monitored by: a value, which renderers write as manifests or as plain files. */
export interface Application {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** The language of alert texts, messages and dashboards. */
  readonly language: Language;
  /** In which its runbooks are written, that of its messages first. */
  readonly languages: Languages;
  /** Where it runs, of which its runbooks speak. */
  readonly place: Place;
  /** Where its monitoring objects live. Its alerts carry this namespace, by which the operator routes them. */
  readonly namespace: string;
  /** The kube-prometheus-stack release that must pick its objects up. */
  readonly release: string;
  /**
   * That the release's Prometheus enforces the label `namespace` (`prometheusSpec.enforcedNamespaceLabel`): whoever lives in a namespace
   * then sees nothing of another.
   */
  readonly enforcedNamespaceLabel?: (typeof enforcedLabels)[number];
  /** Where what reads the files of machines runs, its agent for logs and node_exporter: Pod Security must be `privileged` there. */
  readonly agentNamespace: string;
  /** Services that are scraped: they exist without us, or have a selector and are rendered. */
  readonly services: readonly Service[];
  readonly scrapes: readonly Scrape[];
  readonly exporters: readonly Exporter[];
  /** What the platform scrapes for everybody: kube-state-metrics, kubelet. */
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
  /** What Loki's ruler evaluates, over what its Fluent Bit sends. */
  readonly logGroups: readonly LogGroup[];
  readonly dashboards: readonly Dashboard[];
  /** As what they reach whoever shows them: ConfigMaps for the sidecar of a Grafana, unless told. A host's Grafana reads files. */
  readonly dashboardsAs: readonly DashboardForm[];
  /** What its dashboards ask that name no other. Grafana may call them otherwise than is usual, and so panels do. */
  readonly datasources: Datasources;
  /** Others that Grafana has, which a dashboard or a panel may ask: a Thanos, the Prometheus of a team. */
  readonly otherDatasources: readonly Datasource[];
  readonly routing: Routing;
  /** Modules of its own side, which export what is scraped: they are written out in its languages. */
  readonly instrumentation: readonly Instrumentation[];
  /** The agent that sends its logs on, where we deploy one. */
  readonly logs?: Filebeat | FluentBit;
  /** How its traces are collected, where they are. Its collectors are among its Services and scrapes. */
  readonly tracing?: Tracing;
  /** What policies must know of the network that it is in; none are made of an application that wants none. */
  readonly network?: Network;
  /** Where Grafana is read in a browser; alerts then link to the dashboard that shows them. Plain http is for hosts alone. */
  readonly grafana?: `https://${string}` | `http://${string}`;
  /** Where the page of an alert's runbook is; its place may say it of all its applications. */
  readonly runbook?: (alert: string) => string;
  /** External labels that its messages tell, where it runs in several clusters: `environment`, `cluster`. */
  readonly tells?: readonly string[];
  /** Whether the Alertmanager that tells of it, and the Grafana that shows it, are those of another cluster. */
  readonly elsewhere?: { readonly told: boolean; readonly shown: boolean };
  /** Whether the Grafana that shows it has its Loki anyway: then it brings none. */
  readonly isLokiProvided?: boolean;
  /** Whether that Grafana asks who keeps its traces anyway. */
  readonly isTraceStoreProvided?: boolean;
  /** What Prometheus adds to its alerts, where these meet those of other clusters. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** How soon somebody is told of what is critical, which it promises. */
  readonly prompt?: Promptness;
  /** Which severity of ours each is like that its alerts bring along which were written elsewhere: `{ page: 'critical', info: 'none' }`. */
  readonly severities: Severities;
}

/** What a release of kube-prometheus-stack is called, unless told. */
export const usualRelease = 'prometheus';

type Given = 'title' | 'namespace' | 'enforcedNamespaceLabel' | 'logs' | 'tracing' | 'grafana' | 'prompt';
type Optional =
  | 'place'
  | 'release'
  | 'agentNamespace'
  | 'services'
  | 'scrapes'
  | 'platform'
  | 'logGroups'
  | 'otherDatasources'
  | 'instrumentation'
  | 'severities';

/** What an application is described by. What follows from its profile need not repeat them: it is a function of them. */
export interface ApplicationSpec extends Pick<Application, Given>, Partial<Pick<Application, Optional>> {
  /** In which it is told. Of several the first is that of its messages; its runbooks are in each. */
  readonly language: Language | Languages;
  readonly exporters?: Following<readonly Exporter[]>;
  /** What network policies must know; `false` where none are wanted. Exporters and agents have theirs unless told. */
  readonly network?: NetworkSpec;
  readonly groups?: Following<readonly RuleGroup[]>;
  readonly dashboards?: readonly ((about: About) => Dashboard)[];
  /** As what they reach whoever shows them, `grafanaDashboards(…)` or several: `[configMaps, persesDashboards()]`. */
  readonly dashboardsAs?: DashboardForm | readonly DashboardForm[];
  /** Those that Grafana calls otherwise than is usual. */
  readonly datasources?: Partial<Datasources>;
  readonly routing: Following<Routing>;
  /** Where the page of an alert's runbook is, unless its place says where those of all applications are. */
  readonly runbook?: (alert: string, application: string) => string;
}

/**
 * Describes an application.
 *
 * @throws Error with everything by which its parts could not be told apart (see `applicationFaults`), with names that Kubernetes and
 * Grafana do not take (see `nameFaults`), on SLOs of another application, on agents in its own namespace, on a cluster's Grafana by plain
 * http, on data sources that nobody declares (see `datasourceFaults`), on dashboards that nobody shows or one Grafana twice (see `formFaults`), with alerts whose runbook is nowhere (see `runbookFaults`), and with
 * alerts that do not speak its languages (see `languageFaults`).
 */
export const application = (name: string, spec: ApplicationSpec): Application => {
  refuse(`application '${name}'`, specShape('', spec));
  const { dashboards = [], title, namespace } = spec;
  const told = typeof spec.language === 'string' ? ([spec.language] as const) : spec.language;
  refuse(`application '${name}'`, unknownLanguages(told));
  const [language] = told;
  const { agentNamespace = agentNamespaceOf(name) } = spec;
  const severities = ['none', ...Object.keys(spec.severities ?? {})];
  const profile: Profile = { application: name, title, language, namespace, severities };
  const { place = kubernetes, logs, enforcedNamespaceLabel } = spec;
  const given = followed(spec.groups ?? [], profile);
  const routing = followed(spec.routing, profile);
  refuse(
    `application '${name}'`,
    applicationShape('', { ...spec, language, languages: told, groups: given, routing }),
  );
  const exporters = followed(spec.exporters ?? [], profile).map((each) => placed(each, agentNamespace));
  const tracing = spec.tracing && tracingAt(place, spec.tracing);
  const collectors = collectorsOf({ name, namespace, ...(tracing && { tracing }) });
  const own = [...(spec.scrapes ?? []), ...collectors.flatMap((each) => each.scrapes)];
  const scrapes = scrapesOf({ scrapes: own, exporters });
  const { groups: watched, platform } = watchingAgents({
    ...{ name, title, place, agentNamespace, exporters, ...(logs && { logs }) },
    ...(enforcedNamespaceLabel && { enforcedNamespaceLabel }),
    ...{ namespace, collectors, platform: spec.platform ?? [] },
    groups: given,
  });
  const groups = [
    ...watched,
    ...watching({ ...profile, place, scrapes, platform, groups: watched }),
    ...beat({ ...profile, place, routing }),
  ]
    .map((group) => paced(group, scrapes, platform))
    .map((group) => graded(group, spec.severities ?? {}));
  const { runbook: pageOf } = spec;
  const runbook = pageOf && { runbook: (alert: string): string => pageOf(alert, name) };
  const datasources: Datasources = { ...usual, ...spec.datasources };
  const about = aboutOf({
    ...{ name, title, language, namespace, datasources, groups, platform, scrapes },
    ...{ own: spec.scrapes ?? [], services: spec.services ?? [], isOneOfSeveral: dashboards.length > 1 },
    ...{ ...(logs && { logs }), ...runbook, isTraced: tracing !== undefined },
  });
  const { runbook: _, network: asked, ...others } = spec;
  const network = networkOf(asked);
  const described: Application = {
    place: kubernetes,
    release: usualRelease,
    agentNamespace,
    otherDatasources: [],
    severities: {},
    logGroups: [],
    ...others,
    services: [...(spec.services ?? []), ...collectors.map(({ service }) => service)],
    scrapes: own,
    ...(tracing && { tracing }),
    ...runbook,
    ...(network && { network }),
    datasources,
    language,
    languages: told,
    platform,
    instrumentation: (spec.instrumentation ?? []).map((each) => scrapedAt(each, scrapes)),
    exporters,
    groups,
    routing,
    dashboards: withAlertRows(
      dashboards.map((dashboard) => dashboard(about)),
      toldAlertsOf({ groups, logGroups: spec.logGroups ?? [] }),
    ),
    dashboardsAs: [spec.dashboardsAs ?? configMaps].flat(),
    name,
  };
  refuse(`application '${name}'`, describedFaults(described));
  return described;
};

export const alertsOf = ({ groups }: Pick<Application, 'groups'>): readonly AlertRule[] =>
  groups.flatMap(({ alerts }) => alerts);

/** Every scrape: of the application's own Services and of its exporters. */
export const scrapesOf = ({
  scrapes,
  exporters,
}: Pick<Application, 'scrapes' | 'exporters'>): readonly Scrape[] => [
  ...scrapes,
  ...exporters.map((exporter) => exporter.scrape),
];

/** Those of pods behind Services. */
export const serviceScrapesOf = (
  parts: Pick<Application, 'scrapes' | 'exporters'>,
): readonly ServiceScrape[] => scrapesOf(parts).filter((scrape) => scrape.of === 'services');
