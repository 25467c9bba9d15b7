import { askedOf } from '#application/datasource-faults.js';
import { type Datasource, usual } from '#dashboards/datasource.js';
import { isOfPlatform } from '#dashboards/form.js';
import { instead } from '#ground/nearest.js';
import type { Platform } from '#platform/platform.js';
import { oncePerCause } from '#laws/cause.js';
import { foundDatasources } from '#laws/datasource.js';
import type { Judged, Law } from '#laws/law.js';
import { platformLaw } from './law.js';

type Known = Pick<Datasource, 'uid'> & { readonly type: string };

/** What a platform's Grafana has: its own Prometheus as the chart provisions it, what its values add, and what sidecars bring. */
const has = ({ grafana }: Platform, estate: Judged): readonly Known[] => [
  usual.prometheus,
  ...(grafana?.datasources ?? []),
  ...foundDatasources([...estate.objects, ...(estate.others ?? [])], estate),
];

/** What a panel asks and its Grafana does not have shows "data source not found" to whoever is woken at night. */
export const everyDatasourceIsThere: Law = platformLaw((platform, estate) => {
  const { grafana } = platform;
  if (grafana === undefined) return [];
  const known = has(platform, estate);
  return oncePerCause(
    estate.applications
      .filter(({ dashboardsAs }) =>
        dashboardsAs.some((each) => isOfPlatform(each) || each === grafana.dashboardsAs),
      )
      .flatMap(({ name, dashboards }) =>
        dashboards.flatMap((dashboard) =>
          askedOf(dashboard)
            .filter(([, asked]) => !known.some(({ uid, type }) => uid === asked.uid && type === asked.type))
            .map(([who, asked]) => ({
              cause: `${asked.type} ${asked.uid}`,
              hit: `${dashboard.title} / ${who}`,
              fault: {
                where: `${name}/dashboards/${dashboard.uid}`,
                what: asked.uid,
                code: 'datasource-not-there',
                why: `${dashboard.title} / ${who} asks the ${asked.type} ${asked.uid}, which the Grafana of ${estate.cluster.name} does not have`,
                cure: `add it to platform.grafana.datasources, or ${instead(
                  asked.uid,
                  known.filter(({ type }) => type === asked.type).map(({ uid }) => uid),
                )}`,
              },
            })),
        ),
      ),
  );
});
