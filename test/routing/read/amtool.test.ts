import { describe, expect, test } from '@jest/globals';
import { landings } from '#routing/alertmanager/landing.js';
import { checkConfig, routesTest, withFile } from '../amtool.js';
import { configurationIn } from './routing.js';

/** Routes in words of old and new, as teams have them. */
const yml = `
global:
  resolve_timeout: 5m
route:
  receiver: default
  group_by: ['alertname', 'cluster', 'service']
  routes:
    - match_re: { service: ^(foo1|foo2|baz)$ }
      receiver: team-X
      routes:
        - match: { severity: critical }
          receiver: team-X-pager
    - matchers:
        - service="files"
        - severity!~"info|none"
      receiver: team-Y
      continue: true
    - matchers: ['{service=files, severity="critical"}']
      receiver: team-Y-pager
    - match: { service: database }
      group_by: [alertname, cluster, database]
      receiver: team-DB
      routes:
        - matchers: [owner=team-X]
          receiver: team-X
          continue: true
        - matchers: [owner=~"team-.+", region!=""]
          receiver: team-Z
    - matchers: ['alertname = Watchdog']
      receiver: 'null'
receivers:
  - name: default
  - name: team-X
  - name: team-X-pager
  - name: team-Y
  - name: team-Y-pager
  - name: team-DB
  - name: team-Z
  - name: 'null'
`;

const values: Readonly<Record<string, readonly string[]>> = {
  alertname: ['Watchdog', 'Down'],
  service: ['foo1', 'foo12', 'files', 'database'],
  severity: ['critical', 'info', 'warning'],
  owner: ['', 'team-X', 'team-Y'],
  region: ['', 'kr'],
};

/** Every choice of these values; what is empty is left out. */
const samples = Object.entries(values).reduce<readonly Readonly<Record<string, string>>[]>(
  (all, [label, texts]) =>
    all.flatMap((each) => texts.map((text) => (text === '' ? each : { ...each, [label]: text }))),
  [{}],
);
/** Some of them, so that amtool is asked dozens of times and not hundreds. */
const some = samples.filter((_, i) => i % 3 === 0);

describe('amtool', () => {
  test('takes the file', async () => {
    await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
  });

  test('sends each alert to the receivers that are read', async () => {
    const configuration = configurationIn(yml);
    const route = configuration?.route;
    const told = await withFile('alertmanager.yml', yml, async (path) => {
      const answers = [];
      for (const labels of some) answers.push([labels, await routesTest(path, labels)]);
      return answers;
    });
    expect(
      some.map((labels) => [labels, route && landings(route, labels).map(({ receiver }) => receiver)]),
    ).toEqual(told);
  });
});
