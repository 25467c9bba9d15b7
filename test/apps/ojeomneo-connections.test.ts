import { test } from '@jest/globals';
import { alerts as ojeomneo } from '../../apps/ojeomneo/alerts.js';
import { firesOver } from '../alerts/over-series.js';

test('where all connections were taken between two scrapes, ojeomneo is told that the exporter cannot log in (mistake 35)', async () => {
  await firesOver(ojeomneo.databaseDown, {
    'pg_up{namespace="ojeomneo",service="ojeomneo-postgres-exporter"}': 0,
  });
});
