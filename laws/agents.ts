import { type Application, alertsOf } from '../application/application.js';
import { isAgent } from '../application/agent/namespace.js';
import { kubernetes } from '../application/platform.js';
import type { Selector } from '../promql/expr/ast.js';
import { scrapedSelectors } from '../promql/expr/recorded.js';
import { accepts } from '../routing/matcher.js';
import type { Law } from './law.js';

/** The DaemonSets of an application: its agent for logs, and exporters that read the files of their machine. */
const daemonSetsOf = ({ name, logs, exporters }: Application): readonly string[] => [
  ...(logs ? [`${name}-${logs.name}`] : []),
  ...exporters.filter(isAgent).map((exporter) => exporter.name),
];

const { daemonSetReady } = kubernetes;

const watches = (
  { metric, matchers }: Selector,
  labels: Readonly<Record<'namespace' | 'daemonset', string>>,
): boolean =>
  metric.name === daemonSetReady.info.name &&
  Object.entries(labels).every(([label, value]) =>
    matchers.filter((matcher) => matcher.label === label).every((matcher) => accepts(matcher, value)),
  );

/**
 * A DaemonSet whose pods Pod Security refuses is taken, synced and well in ArgoCD, and runs nowhere. Where the application runs on
 * Kubernetes, an alert of it must ask.
 */
export const everyAgentIsWatched: Law = ({ applications }) =>
  applications
    .filter(({ place }) => place.platform === 'kubernetes')
    .flatMap((application) => {
      const { name, agentNamespace: namespace } = application;
      const read = alertsOf(application).flatMap(({ expr }) => scrapedSelectors(expr));
      return daemonSetsOf(application)
        .filter((daemonset) => !read.some((selector) => watches(selector, { namespace, daemonset })))
        .map((daemonset) => ({
          where: `${name}/rules`,
          what: daemonset,
          why: `no alert tells where DaemonSet ${daemonset} does not run, and nobody hears of pods that Pod Security refuses in ${namespace}`,
          cure: `add agentNotRunning(subject, narrowed(kubernetes, { namespace: '${namespace}' }), { daemonSets: ['${daemonset}'] }) to a pack`,
        }));
    });
