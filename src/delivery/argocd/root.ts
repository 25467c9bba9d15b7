import { inCluster } from '#cluster/argocd.js';
import type { Delivered } from '#cluster/control.js';
import { folderSource } from './spec.js';
import { compared, neverPruned, syncPolicy } from './sync.js';

/** The names of the root and of its AppProject. */
export const rootName = ({ argocd: { project } }: Delivered): string => `${project}-root`;

/**
 * What the root may deliver: Applications, and in what they may do so; nothing outside of namespaces, since it says of nothing that it may. It is
 * another project than theirs, which can make no Applications.
 */
export const rootProjectSpec = ({ argocd }: Delivered, made: string) => ({
  sourceRepos: [argocd.repository],
  destinations: [{ server: inCluster, namespace: argocd.namespace }],
  namespaceResourceWhitelist: ['AppProject', 'Application', ...(made === 'ApplicationSet' ? [made] : [])].map(
    (kind) => ({ group: 'argoproj.io', kind }),
  ),
});

/** The Application that is made by hand, once: it delivers the folder of ArgoCD, and so itself from then on. */
export const root = (home: Delivered) => {
  const { name, argocd } = home;
  return {
    metadata: {
      name: rootName(home),
      namespace: argocd.namespace,
      annotations: { ...compared, ...neverPruned },
    },
    spec: {
      project: rootName(home),
      source: folderSource({ ...argocd, path: `${argocd.path}/${name}/argocd` }),
      destination: { server: inCluster, namespace: argocd.namespace },
      syncPolicy: syncPolicy([]),
    },
  };
};
