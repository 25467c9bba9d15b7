// How what is made of a cluster gets there.
export { argocd, type ArgoCD, type ArgoCDSpec, type Deliverer, type Ignored } from '#cluster/argocd.js';
export { type Namespaces, type NamespaceSettings, type PodSecurity } from '#cluster/namespace.js';
