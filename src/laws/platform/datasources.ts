import { askedOf } from '#application/datasource-faults.js';
import { type Datasource, usual } from '#dashboards/datasource.js';
import { isOfPlatform } from '#dashboards/form.js';
import { instead } from '#ground/nearest.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import { foundDatasources } from '#laws/datasource.js';
import type { Law } from '#laws/law.js';
import type { Application } from '#application/application.js';
import { across } from '#laws/apart.js';

type Known = Pick<Datasource, 'uid'> & { readonly type: string };

const keyOf = ({ uid, type }: Known): string => `${type} ${uid}`;

/** A panel that asks what neither its platform's Grafana has nor its own application brings. */
interface Asking {
  readonly where: string;
  readonly who: string;
  readonly asked: Known;
}

const askingOf = ({ name, dashboards }: Application): readonly Asking[] =>
  dashboards.flatMap((dashboard) =>
    askedOf(dashboard).map(([who, { uid, type }]) => ({
      where: `${name}/dashboards/${dashboard.uid}`,
      who: `${dashboard.title} / ${who}`,
      asked: { uid, type },
    })),
  );

const missed = ({ where, who, asked }: Asking, known: readonly Known[], cluster: string): Caused => ({
  cause: keyOf(asked),
  hit: who,
  fault: {
    where,
    what: asked.uid,
    code: 'datasource-not-there',
    why: `${who} asks the ${asked.type} ${asked.uid}, which the Grafana of ${cluster} does not have`,
    cure: `add it to platform.grafana.datasources, or ${instead(
      asked.uid,
      known.filter(({ type }) => type === asked.type).map(({ uid }) => uid),
    )}`,
  },
});

/** What a panel asks and its Grafana does not have shows "data source not found" to whoever is woken at night. */
export const everyDatasourceIsThere: Law = across({
  summary: (one) => {
    const { applications, objects, others = [], cluster } = one;
    const grafana = cluster?.deliversPlatform ? cluster.platform.grafana : undefined;
    if (cluster === undefined || grafana === undefined) return undefined;
    /** What sidecars bring of it. */
    const brought = foundDatasources([...objects, ...others], one).map(({ uid, type }) => ({ uid, type }));
    /** What the chart provisions, and its values add: it is the platform's, and stands beside applications. */
    const given = [usual.prometheus, ...(grafana.datasources ?? [])].map(({ uid, type }) => ({ uid, type }));
    const known = new Set([...given, ...brought].map(keyOf));
    const asking = applications
      .filter(({ dashboardsAs }) =>
        dashboardsAs.some((each) => isOfPlatform(each) || each === grafana.dashboardsAs),
      )
      .flatMap(askingOf)
      .filter(({ asked }) => !known.has(keyOf(asked)));
    return { cluster: cluster.name, given: applications.length === 0 ? given : [], brought, asking };
  },
  judge: (all) => {
    const known = [...all.flatMap(({ given }) => given), ...all.flatMap(({ brought }) => brought)];
    const keys = new Set(known.map(keyOf));
    return oncePerCause(
      all.flatMap(({ cluster, asking }) =>
        asking.filter(({ asked }) => !keys.has(keyOf(asked))).map((each) => missed(each, known, cluster)),
      ),
    );
  },
});
