import {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
import type { Secret } from '#ground/secret.js';
import { type Asked, type Exporter, caFile, exporter } from './exporter.js';

const { '0.13': replication, '0.17': waits, '0.18': sizes } = postgresExporterSince;

/** Whether the way to the database is encrypted, and the server's certificate checked: then by that of who signed it. */
type Tls =
  | { readonly sslMode: 'disable' | 'require'; readonly ca?: never }
  | { readonly sslMode: 'verify-ca' | 'verify-full'; readonly ca: Secret };

interface Database extends Asked {
  readonly namespace: string;
  /** Host, port and database, without user and password: `observer-db:5432/observer`. */
  readonly database: `${string}:${number}/${string}`;
  /** Where the role that reads statistics is kept. It needs `pg_monitor`, no more. */
  readonly user: Secret;
  readonly password: Secret;
  /** Whether it tells of statements too, for which the server needs the extension pg_stat_statements. */
  readonly statements?: boolean;
}

export type PostgresSpec = Database & Tls;

/** postgres_exporter for one PostgreSQL server, https://github.com/prometheus-community/postgres_exporter. */
export const postgresExporter = (
  name: string,
  { database, user, password, sslMode, statements = false, ...spec }: PostgresSpec,
): Exporter =>
  exporter(name, {
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.19.0',
    ...spec,
    port: 9187,
    asks: 'wget',
    needs: [
      `PostgreSQL at \`${database}\`, with a role that has \`GRANT pg_monitor\``,
      ...(statements
        ? [
            'its `shared_preload_libraries` with `pg_stat_statements`, and `CREATE EXTENSION pg_stat_statements` there',
          ]
        : []),
    ],
    args: statements ? ['--collector.stat_statements'] : [],
    environment: {
      DATA_SOURCE_URI: `${database}?sslmode=${sslMode}${spec.ca ? `&sslrootcert=${caFile}` : ''}`,
      DATA_SOURCE_USER: user,
      DATA_SOURCE_PASS: password,
    },
    metrics: [
      postgresExporterMetrics,
      replication,
      waits,
      sizes,
      ...(statements ? [postgresStatementMetrics] : []),
    ],
  });
