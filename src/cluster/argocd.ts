import { type Fault, refuse } from '#ground/fault.js';
import { argocdFaults } from './argocd-faults.js';
import { argocdShape } from './argocd-shape.js';
import { type ArgoCD, type ArgoCDSpec, type Deliverer, inCluster } from './argocd-spec.js';

export { type ArgoCD, type ArgoCDSpec, type Deliverer, type Ignored, inCluster } from './argocd-spec.js';

/** By whom ArgoCD acts: by its own service account where it runs, elsewhere by the one that `argocd cluster add` makes there. */
const delivererOf = ({ server, namespace }: Pick<ArgoCD, 'server' | 'namespace'>): Deliverer =>
  server === inCluster
    ? { kind: 'ServiceAccount', name: 'argocd-application-controller', namespace }
    : { kind: 'ServiceAccount', name: 'argocd-manager', namespace: 'kube-system' };

const faults = (spec: ArgoCDSpec): readonly Fault[] => {
  const shape = argocdShape('', spec);
  return shape.length > 0 ? shape : argocdFaults(spec);
};

/**
 * How ArgoCD delivers a cluster: `argocd({ repository: 'https://github.com/shop/monitoring.git' })`. Unless told it runs in the cluster itself,
 * in the namespace `argocd`, and reads the folder `dist` of the branch `main`.
 *
 * @throws Refusal for a repository, a server or a folder that nobody finds, with a login in an address, for names that Kubernetes does not
 * take, and for differences that are ignored without a reason.
 */
export const argocd = (spec: ArgoCDSpec): ArgoCD => {
  refuse('argocd', faults(spec));
  const at = { namespace: 'argocd', server: inCluster, ...spec };
  return {
    revision: 'main',
    path: 'dist',
    project: 'monitoring',
    charts: 'https://prometheus-community.github.io/helm-charts',
    deliverer: delivererOf(at),
    ignores: [],
    ...at,
  };
};
