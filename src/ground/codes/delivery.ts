import { theme } from './kind.js';

const repository = `{ repository: 'https://github.com/shop/monitoring.git' }`;

/** What delivers. */
export const delivery = theme({
  'argocd-unclear': {
    is: 'A cluster of which nobody knows by which ArgoCD it is delivered',
    why: 'What is delivered stands in the folder of the cluster in which ArgoCD runs, and would stand in that of another one.',
    wrong: `estate({
  places: [
    cluster('seoul', { applications: [], argocd: argocd(${repository}) }),
    cluster('busan', { applications: [], argocd: argocd(${repository}) }),
    cluster('jeju', {
      applications: [],
      argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', server: 'https://10.0.0.1:6443' }),
    }),
  ],
})`,
    right: `estate({
  places: [
    cluster('seoul', { applications: [], argocd: argocd(${repository}) }),
    cluster('busan', { applications: [], argocd: argocd(${repository}) }),
    cluster('jeju', {
      applications: [],
      argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', server: 'https://10.0.0.1:6443', home: 'seoul' }),
    }),
  ],
})`,
    mistakes: [],
  },
  'delivered-twice': {
    is: 'Two clusters that one ArgoCD reaches at one API server, with the same objects',
    why: 'An object is of one Application: each takes it from the other at every sync, and what is deleted with the one is gone for both.',
    wrong: `estate({
  places: ['tokyo', 'staging'].map((name) =>
    cluster(name, {
      applications: [application('shop', shop)],
      argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', server: 'https://10.0.0.1:6443' }),
    }),
  ),
})`,
    right: `estate({
  places: [
    cluster('tokyo', {
      applications: [application('shop', shop)],
      argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', server: 'https://10.0.0.1:6443' }),
    }),
    cluster('staging', {
      applications: [application('shop', shop)],
      argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', server: 'https://10.0.0.2:6443' }),
    }),
  ],
})`,
    mistakes: [],
  },
  'crds-unknown': {
    is: 'An operator whose CRDs are not known to any chart',
    why: 'ArgoCD delivers the CRDs before all else; without them it takes no monitor, no rule and no Prometheus.',
    wrong: `cluster('seoul', {
  applications: [],
  platform: kubePrometheusStack({ versions: { operator: '0.94.0' } }),
  argocd: argocd(${repository}),
})`,
    right: `cluster('seoul', {
  applications: [],
  platform: kubePrometheusStack({ versions: { operator: '0.94.0' } }),
  argocd: argocd({ repository: 'https://github.com/shop/monitoring.git', crds: '32.0.0' }),
})`,
    mistakes: [],
  },
});
