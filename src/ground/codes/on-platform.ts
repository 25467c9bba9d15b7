import { theme } from './kind.js';

/** What a platform selects, runs, keeps and shows, and what is on it. */
export const onPlatform = theme({
  'namespace-not-selected': {
    is: 'An object in a namespace that its platform does not look into',
    why: 'It is applied and healthy, and Prometheus never hears of it.',
    wrong: `onPlatform({
  ...running,
  selects: { ...running.selects, rules: { ...running.selects.rules, namespaces: { 'kubernetes.io/metadata.name': 'elsewhere' } } },
})`,
    right: `onPlatform(running)`,
    mistakes: [],
  },
  'dashboard-not-shown': {
    is: 'A dashboard that the sidecar of no Grafana reads',
    why: 'Its ConfigMap is applied and healthy, and nobody ever sees it.',
    wrong: `new Application(app, shop)`,
    right: `new Application(app, shop, platform)`,
    mistakes: [],
    notRun:
      'In a cluster of an estate each chart knows its platform: only who changes a manifest on its way makes it.',
  },
  'datasource-not-there': {
    is: 'A data source that its Grafana does not have',
    why: 'Panels that ask it say “data source not found” to whoever looks at them.',
    wrong: `onPlatform(running, {
  otherDatasources: [longTerm],
  dashboards: [
    () => dashboard('Shop', { ...board, panels: [stat('Workers', { ...workers, datasource: longTerm })] }),
  ],
})`,
    right: `onPlatform(
  {
    ...running,
    grafana: { ...running.grafana, datasources: [{ ...longTerm, url: 'http://thanos-query.monitoring:9090' }] },
  },
  {
    otherDatasources: [longTerm],
    dashboards: [
      () => dashboard('Shop', { ...board, panels: [stat('Workers', { ...workers, datasource: longTerm })] }),
    ],
  },
)`,
    mistakes: [],
  },
  'exporter-not-there': {
    is: 'A metric of an exporter that the platform leaves off',
    why: 'There is no series of it: its alert never fires, its panel stays empty.',
    wrong: `onPlatform(
  { ...running, kubeStateMetrics: undefined },
  showing(sum(value(kubernetes.podReady.where({ namespace: 'shop' })))),
)`,
    right: `onPlatform(running, showing(sum(value(kubernetes.podReady.where({ namespace: 'shop' })))))`,
    mistakes: [],
  },
  'platform-lives-elsewhere': {
    is: 'A metric of the platform itself, read in another namespace than the one it is in',
    why: 'Nothing is found there: whoever watches the watchers sees nothing, and hears nothing.',
    wrong: `onPlatform(
  { ...running, namespace: 'observability' },
  showing(sum(value(prometheusMetrics.series.where(platformHere)))),
)`,
    right: `onPlatform(running, showing(sum(value(prometheusMetrics.series.where(platformHere)))))`,
    mistakes: [],
  },
  'pod-not-admitted': {
    is: 'A pod that needs more than its namespace takes',
    why: 'Pod Security refuses it, and whoever deployed it is told that all is synced and well.',
    wrong: `{ hostPID: true, containers: [{ name: 'exporter' }] }`,
    right: `{
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'exporter',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
}`,
    mistakes: [],
    notRun: 'No word of the library makes such a pod: only who changes a manifest on its way does.',
  },
  'kept-too-short': {
    is: 'A window that is longer than samples are kept',
    why: 'It reads what is left of it: a budget of 30 days that is one of 7 looks better than it is.',
    wrong: `onPlatform(
  { ...running, prometheus: { ...running.prometheus, retention: '7d' } },
  { groups: [sloGroup(slo('Availability', availability))] },
)`,
    right: `onPlatform(
  { ...running, prometheus: { ...running.prometheus, retention: '31d' } },
  { groups: [sloGroup(slo('Availability', availability))] },
)`,
    mistakes: [],
  },
  'platform-too-old': {
    is: 'A program of a platform that is older than anything is written for',
    why: 'It refuses what it does not know, or drops it and says nothing.',
    wrong: `onPlatform({ ...running, versions: { ...running.versions, operator: '0.79.2' } })`,
    right: `onPlatform(running)`,
    mistakes: [],
  },
  'prometheus-too-old': {
    is: 'Something that the Prometheus of the platform does not read yet',
    why: 'It refuses the whole file in which an unknown function stands, and all other alerts of that file with it.',
    wrong: `onPlatform(kubePrometheusStack({ versions: { prometheus: '2.53.4' } }), {
  scrapes: [scrape(web, { ...asked, ...converted })],
})`,
    right: `onPlatform(running, { scrapes: [scrape(web, { ...asked, ...converted })] })`,
    mistakes: [],
  },
  'operator-too-old': {
    is: 'Something that the prometheus-operator of the platform does not know yet',
    why: 'The API server with its CRDs drops the field and says nothing.',
    wrong: `onPlatform(
  { ...running, versions: { ...running.versions, operator: '0.81.0' } },
  { scrapes: [scrape(web, { ...asked, ...converted })] },
)`,
    right: `onPlatform(running, { scrapes: [scrape(web, { ...asked, ...converted })] })`,
    mistakes: [],
  },
  'alertmanager-too-old': {
    is: 'A receiver that the Alertmanager of the platform does not know yet',
    why: 'The operator leaves the whole AlertmanagerConfig out: nobody is told of anything.',
    wrong: `onPlatform(
  { ...running, versions: { ...running.versions, alertmanager: '0.27.0' } },
  { routing: ownRouting({ ...told, receivers: { oncall: teams } }) },
)`,
    right: `onPlatform(running, { routing: ownRouting({ ...told, receivers: { oncall: teams } }) })`,
    mistakes: [],
  },
  'grafana-too-old': {
    is: 'Dashboards in a model that the Grafana of the platform does not know yet',
    why: 'It answers that there is no such resource, and no dashboard is there.',
    wrong: `onPlatform(
  { ...running, versions: { ...running.versions, grafana: '12.3.1' } },
  { dashboards: [() => shown], dashboardsAs: grafanaResources({ instances: { dashboards: 'grafana' } }) },
)`,
    right: `onPlatform(running, {
  dashboards: [() => shown],
  dashboardsAs: grafanaResources({ instances: { dashboards: 'grafana' } }),
})`,
    mistakes: [],
  },
  'feature-not-enabled': {
    is: 'Something that a Prometheus reads by a flag alone, which the platform does not set',
    why: 'Without the flag it does nothing, or the whole file in which it stands is refused.',
    wrong: `onPlatform(kubePrometheusStack({ versions: { prometheus: '3.5.0' } }), {
  scrapes: [scrape(web, { ...asked, ...converted })],
})`,
    right: `onPlatform(
  kubePrometheusStack({
    versions: { prometheus: '3.5.0' },
    prometheus: { features: ['native-histograms'] },
  }),
  { scrapes: [scrape(web, { ...asked, ...converted })] },
)`,
    mistakes: [],
  },
});
