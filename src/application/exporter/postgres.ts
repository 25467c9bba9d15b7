import {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
import { reachesAt } from '#application/network/reached.js';
import { type Fault, refuse } from '#ground/fault.js';
import { type Secret, secretReference } from '#ground/secret.js';
import { fields, oneOf, text, truth } from '#ground/shape.js';
import { type Asked, type Exporter, caFile, exporter } from './exporter.js';

const { '0.13': replication, '0.17': waits, '0.18': sizes } = postgresExporterSince;

/** Modes in which nobody checks the server's certificate, and those in which it is checked. */
const unchecked = ['disable', 'require'] as const;
const checking = ['verify-ca', 'verify-full'] as const;

/** Whether the way to the database is encrypted, and the server's certificate checked: then by that of who signed it. */
type Tls =
  | { readonly sslMode: (typeof unchecked)[number]; readonly ca?: never }
  | { readonly sslMode: (typeof checking)[number]; readonly ca: Secret };

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

const asked = fields(
  {
    ...{ database: text, user: secretReference, password: secretReference },
    sslMode: oneOf([...unchecked, ...checking]),
  },
  { statements: truth, ca: secretReference },
);

/** An address that is more than host, port and database: it may hold the password itself, and so is not told. */
const databaseFaults = (database: string): readonly Fault[] =>
  /^[-.\w]+:\d+\/[^\s/?@:]+$/.test(String(database))
    ? []
    : [
        {
          where: 'database',
          what: '(not shown)',
          code: 'bad-address',
          why: 'it is not host:port/database',
          cure: "write e.g. 'shop-db:5432/shop', and user and password as Secrets",
        },
      ];

const checkedFaults = (mode: PostgresSpec['sslMode'], ca: Secret | undefined): readonly Fault[] => {
  const isChecking = checking.some((each) => each === mode);
  if (isChecking === (ca !== undefined)) return [];
  return [
    {
      where: isChecking ? 'ca' : 'sslMode',
      what: mode,
      code: 'tls-not-used',
      why: isChecking
        ? `sslMode '${mode}' checks the server's certificate, and nothing says by which`
        : `sslMode '${mode}' checks no certificate, so ca would be for nothing`,
      cure: isChecking
        ? "give ca: secret('shop-db-ca', 'ca.crt')"
        : `write ${checking.join(' or ')}, or leave ca out`,
    },
  ];
};

/** postgres_exporter for one PostgreSQL server, https://github.com/prometheus-community/postgres_exporter. */
export const postgresExporter = (
  name: string,
  { database, user, password, sslMode, statements = false, ...spec }: PostgresSpec,
): Exporter => {
  refuse(`exporter ${name}`, [
    ...asked('', { database, user, password, sslMode, statements, ca: spec.ca }),
    ...databaseFaults(database),
    ...checkedFaults(sslMode, spec.ca),
  ]);
  return exporter(name, {
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.19.0',
    ...reachesAt(database),
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
};
