import { type Datasource, type DatasourceType, type Datasources } from '#dashboards/datasource.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { askedBy } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { repeated } from '#ground/repeated.js';

/** What an application's Grafana has, and who asks it. */
interface Declared {
  readonly datasources: Datasources;
  readonly otherDatasources: readonly Datasource[];
  readonly dashboards: readonly Dashboard[];
}

/** Every data source that a dashboard asks, with who asks it. */
export const askedOf = (dashboard: Dashboard): readonly (readonly [who: string, asked: Datasource])[] => [
  ...panelsIn(dashboard.panels).flatMap((panel) => {
    const asked = askedBy(panel, dashboard.datasources);
    return asked ? [[panel.title, asked] as const] : [];
  }),
  ...dashboard.variables.flatMap(({ variable, values, datasource = dashboard.datasources.prometheus }) =>
    values.type === 'query' ? [[`$${variable}`, datasource] as const] : [],
  ),
];

const isSame = (one: Datasource, other: Datasource): boolean =>
  one.uid === other.uid && one.type === other.type;

/** What asks a Prometheus asks nothing else. */
const asWritten = (key: string, type: DatasourceType): readonly Fault[] =>
  key === type
    ? []
    : [
        {
          where: `datasources.${key}`,
          what: type,
          code: 'no-such-datasource',
          why: `what asks a ${key} would ask a ${type}`,
          cure: `write ${key}: datasource('${key}', { … })`,
        },
      ];

/** Data sources that panels ask and nobody declares, or that cannot be told apart: Grafana shows "not found", or another's series. */
export const datasourceFaults = (given: Declared): readonly Fault[] => {
  const declared = [...Object.values<Datasource>(given.datasources), ...given.otherDatasources];
  return [
    ...Object.entries<Datasource>(given.datasources).flatMap(([key, { type }]) => asWritten(key, type)),
    ...(['uid', 'name'] as const).flatMap((field) =>
      repeated(declared, (each) => each[field]).map(([first, again]) => ({
        where: 'datasources',
        what: again[field],
        code: 'name-twice' as const,
        why: `the ${first.type} and another ${again.type} have the ${field} ${again[field]}, and Grafana has one data source of it`,
        cure: `give each the ${field} that it has in Grafana, or name one`,
      })),
    ),
    ...given.dashboards.flatMap((dashboard) =>
      askedOf(dashboard)
        .filter(([, asked]) => !declared.some((each) => isSame(each, asked)))
        .map(([who, asked]) => ({
          where: `dashboards '${dashboard.title}'.${who}`,
          what: asked.uid,
          code: 'no-such-datasource' as const,
          why: `it asks the ${asked.type} ${asked.uid}, which the application does not declare`,
          cure: `add it to otherDatasources, or ${instead(
            asked.uid,
            declared.filter(({ type }) => type === asked.type).map(({ uid }) => uid),
          )}`,
        })),
    ),
  ];
};
