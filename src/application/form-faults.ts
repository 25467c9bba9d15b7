import { type DashboardForm, isOfGrafana } from '#dashboards/form.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';

/** What is shown, in which forms, and where it is linked to. */
interface Shown {
  readonly dashboards: readonly unknown[];
  readonly dashboardsAs: readonly DashboardForm[];
  readonly grafana?: string;
}

const words = {
  ConfigMap: 'configMaps',
  GrafanaDashboard: 'grafanaDashboards(…)',
  GrafanaManifest: 'grafanaResources(…)',
} as const;

/** Of what reaches a Grafana from two sides, it keeps one. */
const twiceShown = (forms: readonly DashboardForm['form'][]): readonly Fault[] => {
  const [first, second] = (['ConfigMap', 'GrafanaDashboard', 'GrafanaManifest'] as const).filter((each) =>
    forms.includes(each),
  );
  if (first === undefined || second === undefined) return [];
  return [
    {
      where: 'dashboardsAs',
      what: second,
      code: 'shown-twice',
      why:
        first === 'ConfigMap'
          ? 'a Grafana would have each dashboard from its sidecar and from grafana-operator, and of one uid it keeps one'
          : 'grafana-operator would write each dashboard twice, and of one uid Grafana keeps one',
      cure: `leave ${words[first]} or ${words[second]} out`,
    },
  ];
};

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
    ...twiceShown(forms),
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
