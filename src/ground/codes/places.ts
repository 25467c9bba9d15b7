import { theme } from './kind.js';

/** Clusters and hosts, and what stands in them. */
export const places = theme({
  'empty-label': {
    is: 'An external label without a value',
    why: 'Prometheus takes a label that is empty for one that is not there: what leaves the cluster does not say from where it came.',
    wrong: `cluster('production', { labels: { region: '' }, applications: [] })`,
    right: `cluster('production', { labels: { region: 'kr' }, applications: [] })`,
    mistakes: [],
  },
  'reserved-folder': {
    is: 'An application that is called like a folder of what its cluster is given beside',
    why: 'Its manifests would stand among those of the platform, or of ArgoCD.',
    wrong: `estate({ places: [cluster('production', { applications: [application('argocd', shop)] })] })`,
    right: `estate({ places: [cluster('production', { applications: [application('shop', shop)] })] })`,
    mistakes: [],
  },
});
