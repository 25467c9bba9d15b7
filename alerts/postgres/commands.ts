import type { AnyMetric } from '../../promql/metric/metric.js';
import { chosenPod, commands, exporterLogs, kubectl } from '../command.js';

const byState = 'select state, count(*) from pg_stat_activity group by state';
/** As the image of PostgreSQL knows its own user. */
const psql = `PGPASSWORD="$POSTGRES_PASSWORD" psql -U "\${POSTGRES_USER:-postgres}" -d postgres`;

/** How to see from inside whether a server answers and who holds its connections, and what its exporter says. */
export const checkCommands = (metric: AnyMetric): string => {
  const { find, pod } = chosenPod(metric, 'the database of the list');
  return commands(
    ...find,
    kubectl(metric, `logs ${pod} --tail=100`),
    kubectl(metric, `exec ${pod} -- pg_isready`),
    kubectl(metric, `exec ${pod} -- sh -c '${psql} -c "${byState}"'`),
    ...exporterLogs(metric),
  );
};
