import type { Fault } from '#ground/fault.js';
import type { Law } from '#laws/law.js';
import { engaged, evaluatedThere } from './read-there.js';
import { across } from '#laws/apart.js';

/** Mimir's ruler refuses a group of more rules, and more groups, than its tenant may have. */
export const everyGroupIsTakenByTheRuler: Law = across({
  summary: ({ applications, cluster }) => {
    const mimir = cluster?.platform.engine;
    const engine = cluster && engaged(cluster);
    if (mimir?.name !== 'mimir' || engine === undefined) return undefined;
    const { tenant, limits } = mimir;
    const { rulesPerGroup } = limits;
    const all = applications.flatMap((application) =>
      evaluatedThere(application, engine).map((group) => ({ application, group })),
    );
    const large = all.flatMap(({ application, group: { name, records, alerts } }): readonly Fault[] => {
      const rules = records.length + alerts.length;
      return rulesPerGroup === 0 || rules <= rulesPerGroup
        ? []
        : [
            {
              where: `${application.name}/rules`,
              what: name,
              code: 'too-much-for-the-ruler',
              why: `group ${name} has ${rules} rules, and of tenant ${tenant} the ruler of Mimir takes ${rulesPerGroup} in a group`,
              cure: `raise ruler_max_rules_per_rule_group of the tenant, and say so: limits: { rulesPerGroup: ${rules} }`,
            },
          ];
    });
    return { cluster: cluster?.name ?? '', tenant, most: limits.groups, groups: all.length, large };
  },
  judge: (all) => {
    const [{ cluster, tenant, most } = { cluster: '', tenant: '', most: 0 }] = all;
    const groups = all.reduce((sum, each) => sum + each.groups, 0);
    return [
      ...all.flatMap(({ large }) => large),
      ...(most === 0 || groups <= most
        ? []
        : [
            {
              where: cluster,
              what: String(groups),
              code: 'too-much-for-the-ruler' as const,
              why: `it has ${groups} groups of rules, and of tenant ${tenant} the ruler of Mimir takes ${most}`,
              cure: `raise ruler_max_rule_groups_per_tenant of the tenant, and say so: limits: { groups: ${groups} }`,
            },
          ]),
    ];
  },
});
