import type { AnyMetric } from '#promql/metric/metric.js';
import { commands } from '#alerts/text/command.js';
import type { Place } from '#alerts/place/place.js';

const byState = 'select state, count(*) from pg_stat_activity group by state';
/** Asks a server from inside, as the image of PostgreSQL knows its own user; `-c "select …"` follows. */
export const psql = `PGPASSWORD="$POSTGRES_PASSWORD" psql -U "\${POSTGRES_USER:-postgres}" -d postgres`;

/** How to see from inside whether a server answers and who holds its connections, and what its exporter says. */
export const checkCommands = (place: Place, metric: AnyMetric): string => {
  const { find, name } = place.chosen(metric, 'the database of the list');
  return commands(
    ...find,
    place.logs(metric, name, '--tail=100'),
    place.exec(metric, name, 'pg_isready'),
    place.exec(metric, name, `sh -c '${psql} -c "${byState}"'`),
    ...place.exporterLogs(metric),
  );
};
