import { unwatchedAgents } from '../application/agent/watched.js';
import type { Law } from './law.js';

/**
 * A DaemonSet whose pods Pod Security refuses is taken, synced and well in ArgoCD, and runs nowhere. An application on Kubernetes tells of
 * it by itself where its platform says how DaemonSets are.
 */
export const everyAgentIsWatched: Law = ({ applications }) =>
  applications.flatMap((application) =>
    unwatchedAgents(application).map((daemonset) => ({
      where: `${application.name}/rules`,
      what: daemonset,
      why: `no alert tells where DaemonSet ${daemonset} does not run, and nobody hears of pods that Pod Security refuses in ${application.agentNamespace}`,
      cure: 'name what its platform scrapes, platform: [kubernetes], and one is added',
    })),
  );
