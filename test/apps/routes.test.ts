import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { estate, hosts } from '../../main.js';
import { readRouteTests } from '../../proof/routes/read.js';
import { runRouteTests } from '../../proof/routes/run.js';
import { type Configuration, ofOne } from '../../routing/alertmanager/configuration.js';
import { ofOperator } from '../../routing/alertmanager/operator.js';

const testsOf = (name: string) => {
  const file = `test/apps/routes/${name}.yml`;
  if (!existsSync(file))
    throw new Error(`${file} is missing: npm run prove -- --routes-of ${name} writes what it is to hold`);
  return readRouteTests(readFileSync(file, 'utf8'), file);
};
const results = (name: string, configuration: Configuration) =>
  runRouteTests(testsOf(name), configuration).map((each) => [each.name, each.faults] as const);
const sound = (name: string) => testsOf(name).map((each) => [each.name, []]);

describe('whom the routes tell, as their test says', () => {
  test.each(estate.map(({ name }) => name))('of %s, in the Alertmanager of all', (name) => {
    expect(results(name, ofOperator(estate))).toEqual(sound(name));
  });

  test.each(hosts.map(({ application }) => [application.name, application.routing] as const))(
    'of %s, in the one of its host',
    (name, routing) => {
      expect(results(name, ofOne(routing))).toEqual(sound(name));
    },
  );
});
