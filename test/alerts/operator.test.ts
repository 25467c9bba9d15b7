import { expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';
import { toldIn } from './told-in.js';

const { resourcesRejected } = packs.operator;

test('of each kind it counts what is left out, once whichever controllers leave it out', () => {
  expect(oneLine(resourcesRejected)).toMatchInlineSnapshot(
    `"max by (resource) (last_over_time(prometheus_operator_managed_resources{namespace="monitoring", state="rejected"}[2m])) > 0"`,
  );
});

test('it tells of each kind by itself', () => {
  expect(new Set(toldIn(resourcesRejected).map(({ resource }) => resource))).toEqual(
    new Set(['AlertmanagerConfig', 'PrometheusRule']),
  );
});

test('its runbook asks the operator’s log in the namespace of the platform', () => {
  expect(resourcesRejected.runbook.en?.check).toContain('kubectl -n monitoring logs --selector');
});
