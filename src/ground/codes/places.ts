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
  'no-such-namespace': {
    is: 'Settings of a namespace in which nothing lies',
    why: 'They are applied to no namespace: what was to be enforced is not, and what somebody else delivers is delivered twice.',
    wrong: `cluster('production', {
  namespaces: { shopp: { podSecurity: 'restricted' } },
  applications: [application('shop', shop)],
})`,
    right: `cluster('production', {
  namespaces: { shop: { podSecurity: 'restricted' } },
  applications: [application('shop', shop)],
})`,
    mistakes: [],
  },
  'nobody-serves': {
    is: 'A cluster without an Alertmanager or a Grafana, and no other that has one for it',
    why: 'Its alerts are taken by nobody, and its dashboards are shown by nobody.',
    wrong: `estate({
  places: [
    cluster('edge', {
      platform: kubePrometheusStack({ alertmanager: false }),
      applications: [application('shop', shop)],
    }),
  ],
})`,
    right: `estate({
  places: [cluster('edge', { platform: kubePrometheusStack(), applications: [application('shop', shop)] })],
})`,
    mistakes: [],
  },
  'address-twice': {
    is: 'Two clusters that each run a server under one address',
    why: 'Whoever follows a link from a message reaches one of the two, which may know nothing of the alert.',
    wrong: `estate({
  places: [
    cluster('seoul', { addresses: { grafana: 'https://grafana.example.org' }, applications: [] }),
    cluster('tokyo', { addresses: { grafana: 'https://grafana.example.org' }, applications: [] }),
  ],
})`,
    right: `estate({
  places: [
    cluster('seoul', { addresses: { grafana: 'https://grafana.seoul.example.org' }, applications: [] }),
    cluster('tokyo', { addresses: { grafana: 'https://grafana.tokyo.example.org' }, applications: [] }),
  ],
})`,
    mistakes: [],
  },
  'labels-alike': {
    is: 'Two clusters with the same external labels',
    why: 'Where their series or alerts meet, nobody tells them apart.',
    wrong: `estate({
  places: [
    cluster('seoul', { environment: 'production', applications: [] }),
    cluster('tokyo', { environment: 'production', labels: { cluster: 'seoul' }, applications: [] }),
  ],
})`,
    right: `estate({
  places: [
    cluster('seoul', { environment: 'production', applications: [] }),
    cluster('tokyo', { environment: 'production', applications: [] }),
  ],
})`,
    mistakes: [],
  },
});
