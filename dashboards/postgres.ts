import { type PostgresMetrics, databaseUp, type postgresAlerts } from '../alerts/postgres.js';
import { stat } from './panel/stat.js';

/** Whether a PostgreSQL server answers. */
export const postgresPanels = (
  metrics: PostgresMetrics,
  { databaseDown }: ReturnType<typeof postgresAlerts>,
) => ({
  up: stat('PostgreSQL', {
    description: {
      ko: '익스포터가 PostgreSQL에 접속할 수 있는지입니다. 익스포터가 사라져도 DOWN입니다.',
      en: 'Whether the exporter can connect to PostgreSQL. Without the exporter it is DOWN too.',
    },
    signal: databaseUp(metrics),
    limits: [databaseDown],
    values: { 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } },
  }),
});
