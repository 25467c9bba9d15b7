import { type Agents as Watched, agentNotRunning } from '#alerts/agents/agent-not-running.js';
import type { Place } from '#alerts/place/place.js';
import { kubernetes as onKubernetes } from '#alerts/place/kubernetes.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type RuleGroup, group } from '#alerts/rule/group.js';
import { override } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { type MetricCatalog, narrowed, stored } from '#promql/metric/catalog.js';
import type { Selector } from '#promql/expr/ast.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { accepts } from '#routing/matcher.js';
import type { Exporter } from '#application/exporter/exporter.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubernetes } from '#application/platform.js';
import { isAgent } from './namespace.js';

/** What of an application says which agents it has, and what watches them. */
interface Watchable {
  readonly name: string;
  readonly title: string;
  readonly place: Place;
  readonly namespace: string;
  readonly agentNamespace: string;
  /** Collectors of traces, of which agents run on each node. */
  readonly collectors: readonly { readonly role: string; readonly name: string }[];
  readonly logs?: { readonly name: string };
  readonly enforcedNamespaceLabel?: string;
  readonly exporters: readonly Exporter[];
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
}

const { daemonSetReady } = kubernetes;

/** DaemonSets of one namespace, and the alert on them. */
interface Agents {
  readonly namespace: string;
  readonly daemonSets: readonly string[];
  readonly of: NonNullable<Watched['of']>;
  /** What the alert is called where another has its usual name. */
  readonly otherName: string;
}

/** The DaemonSets of an application: its agent for logs, and exporters that read the files of their machine; the agents for its traces read none. */
const daemonSetsOf = (application: Watchable): readonly Agents[] => {
  const { name, namespace, agentNamespace, logs, exporters, collectors } = application;
  const traces = collectors.filter(({ role }) => role === 'agent').map((each) => each.name);
  return [
    {
      namespace: agentNamespace,
      daemonSets: [
        ...(logs ? [`${name}-${logs.name}`] : []),
        ...exporters.filter(isAgent).map((exporter) => exporter.name),
      ],
      of: 'files',
      otherName: 'OtherAgentNotRunning',
    },
    { namespace, daemonSets: traces, of: 'traces', otherName: 'TraceAgentNotRunning' },
  ];
};

const asksFor = (
  { metric, matchers }: Selector,
  labels: Readonly<Record<'namespace' | 'daemonset', string>>,
): boolean =>
  metric.name === daemonSetReady.info.name &&
  Object.entries(labels).every(([label, value]) =>
    matchers.filter((matcher) => matcher.label === label).every((matcher) => accepts(matcher, value)),
  );

/** The DaemonSets of an application on Kubernetes of which no alert tells where they do not run. */
const unwatchedAgents = (application: Watchable): readonly Agents[] => {
  const { place, groups, enforcedNamespaceLabel } = application;
  // Where a namespace is enforced, no rule sees another than its own.
  if (place.platform !== 'kubernetes' || enforcedNamespaceLabel !== undefined) return [];
  const read = groups
    .flatMap(({ alerts }): readonly AlertRule[] => alerts)
    .flatMap(({ expr }) => scrapedSelectors(expr));
  return daemonSetsOf(application)
    .map((agents) => ({
      ...agents,
      daemonSets: agents.daemonSets.filter(
        (daemonset) => !read.some((each) => asksFor(each, { namespace: agents.namespace, daemonset })),
      ),
    }))
    .filter(({ daemonSets }) => daemonSets.length > 0);
};

/** The alert on agents of one namespace; another may have its name already. */
const alertOn = (title: string, agents: Agents, taken: readonly string[]): readonly AlertRule[] => {
  const [first, ...more] = agents.daemonSets;
  if (first === undefined) return [];
  const alert = agentNotRunning(
    called(title, onKubernetes),
    narrowed(kubernetes, { namespace: agents.namespace }),
    { daemonSets: [first, ...more], of: agents.of },
  );
  return [taken.includes(alert.name) ? override(alert, { name: agents.otherName }) : alert];
};

/**
 * The alert that tells where agents do not run, as far as the application has none yet, with what must be scraped for it. A DaemonSet
 * whose pods Pod Security refuses is taken, synced and well in ArgoCD, and runs nowhere.
 */
export const watchingAgents = (application: Watchable): Pick<Watchable, 'groups' | 'platform'> => {
  const { name, title, platform, groups } = application;
  const taken = groups.flatMap(({ alerts }) => alerts.map((alert) => alert.name));
  const alerts = unwatchedAgents(application).reduce<readonly AlertRule[]>(
    (before, agents) => [
      ...before,
      ...alertOn(title, agents, [...taken, ...before.map((each) => each.name)]),
    ],
    [],
  );
  if (alerts.length === 0) return { groups, platform };
  const { interval = '30s' } = groups[0] ?? {};
  return {
    groups: [...groups, group(`${name}-agents`, { interval, packs: alerts.map((agent) => ({ agent })) })],
    platform: stored(platform).has(daemonSetReady.info.name) ? platform : [...platform, kubeStateMetrics],
  };
};
