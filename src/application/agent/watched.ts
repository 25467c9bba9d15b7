import { agentNotRunning } from '#alerts/agents/agent-not-running.js';
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
  readonly agentNamespace: string;
  readonly logs?: { readonly name: string };
  readonly enforcedNamespaceLabel?: string;
  readonly exporters: readonly Exporter[];
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
}

const { daemonSetReady } = kubernetes;

/** The DaemonSets of an application: its agent for logs, and exporters that read the files of their machine. */
const daemonSetsOf = ({ name, logs, exporters }: Watchable): readonly string[] => [
  ...(logs ? [`${name}-${logs.name}`] : []),
  ...exporters.filter(isAgent).map((exporter) => exporter.name),
];

const asksFor = (
  { metric, matchers }: Selector,
  labels: Readonly<Record<'namespace' | 'daemonset', string>>,
): boolean =>
  metric.name === daemonSetReady.info.name &&
  Object.entries(labels).every(([label, value]) =>
    matchers.filter((matcher) => matcher.label === label).every((matcher) => accepts(matcher, value)),
  );

/** The DaemonSets of an application on Kubernetes of which no alert tells where they do not run. */
const unwatchedAgents = (application: Watchable): readonly string[] => {
  const { place, agentNamespace: namespace, groups, enforcedNamespaceLabel } = application;
  // Where a namespace is enforced, no rule sees another than its own.
  if (place.platform !== 'kubernetes' || enforcedNamespaceLabel !== undefined) return [];
  const read = groups
    .flatMap(({ alerts }): readonly AlertRule[] => alerts)
    .flatMap(({ expr }) => scrapedSelectors(expr));
  return daemonSetsOf(application).filter(
    (daemonset) => !read.some((selector) => asksFor(selector, { namespace, daemonset })),
  );
};

/**
 * The alert that tells where agents do not run, as far as the application has none yet, with what must be scraped for it. A DaemonSet
 * whose pods Pod Security refuses is taken, synced and well in ArgoCD, and runs nowhere.
 */
export const watchingAgents = (application: Watchable): Pick<Watchable, 'groups' | 'platform'> => {
  const { name, title, agentNamespace: namespace, platform, groups } = application;
  const [first, ...more] = unwatchedAgents(application);
  if (first === undefined) return { groups, platform };
  const agent = agentNotRunning(called(title, onKubernetes), narrowed(kubernetes, { namespace }), {
    daemonSets: [first, ...more],
  });
  const { interval = '30s' } = groups[0] ?? {};
  const isCalledSo = groups.some(({ alerts }) => alerts.some((alert) => alert.name === agent.name));
  const pack = { agent: isCalledSo ? override(agent, { name: 'OtherAgentNotRunning' }) : agent };
  return {
    groups: [...groups, group(`${name}-agents`, { interval, packs: [pack] })],
    platform: stored(platform).has(daemonSetReady.info.name) ? platform : [...platform, kubeStateMetrics],
  };
};
