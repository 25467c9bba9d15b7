import type { Cluster } from '#cluster/cluster.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import type { Mimir } from '#platform/engine/mimir.js';

/** What one cluster alone may load into a tenant, with why two may not. */
const alone = [
  {
    field: 'alertmanager',
    isLoaded: ({ alertmanager }: Mimir) => alertmanager !== 'cluster',
    why: 'loads the Alertmanager of tenant',
    then: 'of two each takes away the routes of the other',
    cure: "let one Alertmanager be of a cluster, alertmanager: 'cluster', or give each cluster a tenant",
  },
  {
    field: 'evaluates',
    isLoaded: ({ rulesBy, evaluates }: Mimir) => rulesBy !== 'prometheus' && evaluates !== 'own',
    why: 'loads rules over clusters into tenant',
    then: 'of two each would tell the same',
    cure: "write evaluates: 'own' in all clusters of the tenant but one",
  },
] as const;

/** Clusters that share a tenant of Mimir load into it what is of each alone; what there is one of, one of them loads. */
export const everyTenantIsLoadedByOne = (clusters: readonly Cluster[]): readonly Fault[] => {
  const written = clusters.flatMap(({ name, platform: { engine } }) =>
    engine.name === 'mimir' ? [{ name, mimir: engine }] : [],
  );
  return alone.flatMap(({ field, isLoaded, why, then, cure }) =>
    [
      ...byKey(
        written.filter(({ mimir }) => isLoaded(mimir)),
        ({ mimir: { url, tenant } }) => `${url} ${tenant}`,
      ).values(),
    ].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : others.map(({ name, mimir: { tenant } }) => ({
            where: `${name}/platform/engine.${field}`,
            what: tenant,
            code: 'two-load-a-tenant' as const,
            why: `${first.name} ${why} ${tenant} already, and ${then}`,
            cure,
          })),
    ),
  );
};
