import type { DashboardForm } from '#dashboards/form.js';

type OfOperator = Extract<
  DashboardForm,
  { readonly form: 'GrafanaDashboard' | 'GrafanaManifest' | 'PersesDashboard' }
>;

/** For which servers an object of an operator is. */
export const instancesOf = (form: OfOperator) => ({
  instanceSelector: {
    ...(Object.keys(form.instances).length > 0 && { matchLabels: { ...form.instances } }),
  },
  ...(form.form !== 'PersesDashboard' && form.acrossNamespaces && { allowCrossNamespaceImport: true }),
});
