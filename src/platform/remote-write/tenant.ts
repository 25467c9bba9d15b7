import type { Fault } from '#ground/fault.js';

/** The header by which Mimir knows whose a request is. */
export const tenantHeader = 'X-Scope-OrgID';

/** https://grafana.com/docs/mimir/latest/configure/about-tenant-ids/: of several in one request `|` stands between them. */
const one = /^[A-Za-z0-9!\-_.*'()]{1,150}$/;
const reserved = ['.', '..', '__mimir_cluster'];

/** Why Mimir would take no tenant of this name. */
export const tenantFaults = (where: string, tenant: string): readonly Fault[] =>
  one.test(tenant) && !reserved.includes(tenant)
    ? []
    : [
        {
          where,
          what: tenant,
          code: 'bad-tenant',
          why: `'${tenant}' is no tenant to Mimir`,
          cure: "write 1 to 150 letters, digits and any of ! - _ . * ' ( ), of several tenants each by itself",
        },
      ];
