import { describe, expect, test } from '@jest/globals';
import { panelsIn } from '#dashboards/row.js';
import { runningIn } from '#synth/estate/running.js';
import { places } from '../estate.js';
import { syntaxErrors } from './grammar.js';

const applications = runningIn({ places });

describe('the estate asks Loki in what Grafana reads as LogQL', () => {
  test.each(
    applications.flatMap(({ name, logGroups }) =>
      logGroups.flatMap(({ alerts }) => alerts.map((alert) => [name, alert.name, alert.logql])),
    ),
  )("%s's %s", (_, __, logql) => {
    expect(syntaxErrors(logql ?? '')).toEqual([]);
  });

  test.each(
    applications.flatMap(({ name, dashboards }) =>
      dashboards.flatMap(({ panels }) =>
        panelsIn(panels).flatMap(({ title, logql }) => (logql === undefined ? [] : [[name, title, logql]])),
      ),
    ),
  )("%s's panel %s", (_, __, logql) => {
    expect(syntaxErrors((logql ?? '').replaceAll('$__auto', '5m'))).toEqual([]);
  });
});
