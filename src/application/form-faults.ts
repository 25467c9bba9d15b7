import { type DashboardForm, isOfGrafana } from '#dashboards/form.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';

/** What is shown, in which forms, and where it is linked to. */
interface Shown {
  readonly dashboards: readonly unknown[];
  readonly dashboardsAs: readonly DashboardForm[];
  readonly grafana?: string;
}

/** Dashboards that nobody shows, that one Grafana would have from two sides, and links to a Grafana that has none of them. */
export const formFaults = ({ dashboards, dashboardsAs, grafana }: Shown): readonly Fault[] => {
  const forms = dashboardsAs.map(({ form }) => form);
  return [
    ...(dashboardsAs.length > 0
      ? []
      : [
          {
            where: 'dashboardsAs',
            what: '[]',
            code: 'holds-nothing' as const,
            why: 'nobody would show its dashboards',
            cure: 'leave it out, or name a form',
          },
        ]),
    ...repeated(forms, (form) => form).map(([form]) => ({
      where: 'dashboardsAs',
      what: form,
      code: 'name-twice' as const,
      why: `${form} stands here more than once`,
      cure: 'leave one of the two out',
    })),
    ...(new Set(forms).has('ConfigMap') && new Set(forms).has('GrafanaDashboard')
      ? [
          {
            where: 'dashboardsAs',
            what: 'GrafanaDashboard',
            code: 'shown-twice' as const,
            why: 'a Grafana would have each dashboard from its sidecar and from grafana-operator, and of one uid it keeps one',
            cure: 'leave configMaps or grafanaDashboards(…) out',
          },
        ]
      : []),
    ...(grafana !== undefined && dashboards.length > 0 && forms.length > 0 && !dashboardsAs.some(isOfGrafana)
      ? [
          {
            where: 'grafana',
            what: grafana,
            code: 'setting-for-nothing' as const,
            why: 'alerts would link to dashboards that Perses alone has',
            cure: 'leave grafana out, or add configMaps or grafanaDashboards(…) to dashboardsAs',
          },
        ]
      : []),
  ];
};
