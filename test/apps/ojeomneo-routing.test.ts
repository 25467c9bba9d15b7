import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { alertsOf } from '#application/application.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { slos } from '../../apps/ojeomneo/slos.js';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { routingParts } from '#routing/routing-parts.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { manifests } from '../operator/manifest.js';
import { checkConfig, routesTest, withFile } from '../routing/amtool.js';
import { observer } from '../routing/observer.js';

const webhook = { url: 'https://hooks.example.org/services/T0/B0/x' };
/** What the operator makes of the two applications in one cluster. */
const yml = alertmanagerYml([...manifests(observer), ...manifests(ojeomneo)], {
  'observer-prod/observer-slack': webhook,
  'ojeomneo/ojeomneo-slack': webhook,
  'ojeomneo/ojeomneo-smtp': { password: 'x' },
  'ojeomneo/ojeomneo-pagerduty': { 'routing-key': '0123456789abcdef' },
});

const parts = routingParts(ojeomneo.name, ojeomneo.routing);

/** Who is told of an alert, as the real amtool says, by the objects in their order; of ojeomneo's receivers, how. */
const told = async (labels: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const receivers = await withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));
  return receivers.flatMap((receiver) => {
    const [namespace, object, name = ''] = receiver.split('/');
    if (namespace !== 'ojeomneo') return [receiver];
    const part = parts.find((each) => each.name === object);
    return (part?.routing.receivers[name] ?? []).map(({ integration }) => integration);
  });
};
const labelsOf = (name: string): Readonly<Record<string, string>> => {
  const alert = alertsOf(ojeomneo).find((each) => each.name === name);
  return alert ? alertLabels(ojeomneo, alert).labels : {};
};

const matrix = [
  ['HighErrorRate', ['slack', 'email']],
  ['HighLatency', ['slack']],
  ['PodDown', ['slack', 'pagerduty', 'email']],
  ['HighMemory', ['slack']],
  ['DBConnectionExhausted', ['slack', 'email']],
  ['DBDown', ['slack', 'pagerduty', 'email']],
  ['RedisCacheHitLow', ['slack']],
  ['RedisMemoryHigh', ['slack']],
] as const;
const names = matrix.map(([name]) => name);

test('the configuration of both applications together is sound', async () => {
  await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
});

describe('beside another in one Alertmanager', () => {
  test.each(matrix)('%s reaches %j and nobody else', async (name, integrations) => {
    expect(await told(labelsOf(name))).toEqual(integrations);
  });

  test.each(names)('%s of another system in another namespace reaches none of them', async (alertname) => {
    const labels = { alertname, severity: 'critical', application: 'ecoeco', namespace: 'monitoring' };
    expect(await told(labels)).toEqual(['null']);
  });

  test.each(names)('%s of somebody else in the same namespace reaches none of them', async (alertname) => {
    expect(await told({ alertname, severity: 'critical', namespace: 'ojeomneo' })).toEqual(['null']);
  });

  test.each(names)('%s said to be ours, but from another namespace, reaches none of them', async (name) => {
    expect(await told({ ...labelsOf(name), namespace: 'observer-prod' })).toEqual(['null']);
  });

  test.each(names)('%s of the other reaches its Slack as before', async (alertname) => {
    const labels = { alertname, severity: 'critical', application: 'observer', namespace: 'observer-prod' };
    expect(await told(labels)).toEqual(['observer-prod/observer/slack']);
  });

  const burning = Object.values(slos).flatMap(({ alerts }) => Object.values(alerts));
  const burns = burning.map((alert) => [alert.name, alert.severity] as const);
  test.each(burns)('%s, which is %s, reaches who is told of such', async (name, severity) => {
    expect(await told(labelsOf(name))).toEqual(
      severity === 'critical' ? ['slack', 'pagerduty', 'email'] : ['slack'],
    );
  });
});

test('what it is sent with is read from Secrets', () => {
  const text = JSON.stringify(alertmanagerConfigSpec(ojeomneo.routing));
  const read = [
    ...text.matchAll(/"(apiURL|authPassword|routingKey)":\{"name":"([^"]+)","key":"([^"]+)"\}/g),
  ].map(([, field, name, key]) => `${field} ${name} ${key}`);
  expect([...new Set(read)]).toEqual([
    'apiURL ojeomneo-slack url',
    'authPassword ojeomneo-smtp password',
    'routingKey ojeomneo-pagerduty routing-key',
  ]);
});

test('a budget that burns fast silences that it burns slowly', () => {
  expect(alertmanagerConfigSpec(ojeomneo.routing).inhibitRules).toContainEqual({
    sourceMatch: [
      { name: 'severity', matchType: '=', value: 'critical' },
      { name: 'slo', matchType: '=~', value: '.+' },
    ],
    targetMatch: [
      { name: 'severity', matchType: '=', value: 'warning' },
      { name: 'slo', matchType: '=~', value: '.+' },
    ],
    equal: ['slo'],
  });
});
