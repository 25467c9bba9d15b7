import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { alertsOf } from '#application/application.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { routingParts } from '#routing/routing-parts.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { accepted, manifests } from '../operator/manifest.js';
import { routesTest, withFile } from '../routing/amtool.js';

const secrets = {
  'ojeomneo/ojeomneo-slack': { url: 'https://hooks.example.org/services/T0/B0/x' },
  'ojeomneo/ojeomneo-smtp': { password: 'x' },
  'ojeomneo/ojeomneo-pagerduty': { 'routing-key': '0123456789abcdef' },
};
const parts = routingParts(ojeomneo.name, ojeomneo.routing);
const rejected = alertsOf(ojeomneo).find(({ name }) => name === 'MonitoringResourcesRejected');

/** How somebody is told of the alert where the operator takes what it can with these Secrets. */
const told = async (there: Readonly<Record<string, Readonly<Record<string, string>>>>) => {
  const yml = alertmanagerYml(accepted(manifests(ojeomneo), there), there);
  const labels = rejected ? alertLabels(ojeomneo, rejected).labels : {};
  const receivers = await withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));
  return receivers.flatMap((receiver) => {
    const [, object, name = ''] = receiver.split('/');
    const part = parts.find((each) => each.name === object);
    return (part?.routing.receivers[name] ?? []).map(({ integration }) => integration);
  });
};

describe('of an AlertmanagerConfig that is rejected, somebody is told (mistake 52)', () => {
  test.each([
    ['ojeomneo/ojeomneo-slack', ['email']],
    ['ojeomneo/ojeomneo-smtp', ['slack']],
    ['ojeomneo/ojeomneo-pagerduty', ['slack', 'email']],
  ] as const)('without Secret %s by %j', async (missing, integrations) => {
    const { [missing]: _, ...there } = secrets;
    expect(await told(there)).toEqual(integrations);
  });

  test('with a key of another name as without', async () => {
    const there = { ...secrets, 'ojeomneo/ojeomneo-slack': { URL: 'https://hooks.example.org/x' } };
    expect(await told(there)).toEqual(['email']);
  });
});
