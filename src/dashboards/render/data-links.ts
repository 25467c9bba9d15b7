import { offeredLabels } from '#promql/expr/labels.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { OverrideModel } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { refId } from '#dashboards/query.js';
import { exploreUrl } from '#dashboards/series-logs.js';

/** A link of Grafana's from a value, which opens beside the dashboard or in its place. */
const link = (title: string, url: string, isBeside: boolean) => ({ title, url, targetBlank: isBeside });

const words = { ko: '로그 보기', en: 'Logs' } as const;
const chosen = { ko: '이 값만 보기', en: 'Only this' } as const;

/** From a series to what its application logged meanwhile; of a pod alone, where the series is of one. */
const toLogs = (panel: Panel, { logs, datasources, language }: Dashboard): readonly OverrideModel[] => {
  if (!logs || panel.kind !== 'timeseries' || panel.asks !== 'prometheus') return [];
  const leads = (hasPod: boolean): OverrideModel['properties'] => [
    {
      id: 'links',
      value: [link(words[language], exploreUrl(datasources[logs.keptBy], logs, hasPod), true)],
    },
  ];
  const ofPods = panel.queries.flatMap(({ expr, target }, i) =>
    logs.ofPod !== undefined && target === undefined && offeredLabels(expr).has('pod') ? [i] : [],
  );
  return [
    { matcher: { id: 'byType', options: 'number' }, properties: leads(false) },
    ...ofPods.map((i) => ({ matcher: { id: 'byFrameRefID', options: refId(i) }, properties: leads(true) })),
  ];
};

/** From a cell to the same dashboard, where its value is chosen. */
const toChoice = ({ chooses = [] }: Panel, { uid, language }: Dashboard): readonly OverrideModel[] =>
  chooses.map(({ heading, variable }) => ({
    matcher: { id: 'byName', options: heading },
    properties: [
      {
        id: 'links',
        value: [
          link(chosen[language], `/d/${uid}?\${__url_time_range}&var-${variable}=\${__value.raw}`, false),
        ],
      },
    ],
  }));

/** What leads on from a panel's series and cells. */
export const dataLinks = (panel: Panel, dashboard: Dashboard): readonly OverrideModel[] => [
  ...toLogs(panel, dashboard),
  ...toChoice(panel, dashboard),
];
