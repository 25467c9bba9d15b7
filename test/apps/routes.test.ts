import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { estate, hosts } from '../estate.js';
import { readRouteTests } from '#proof/routes/read.js';
import { runRouteTests } from '#proof/routes/run.js';
import { type Configuration, ofOne } from '#routing/alertmanager/configuration.js';
import { ofOperator } from '#routing/alertmanager/operator.js';

const fileOf = (name: string): string => `test/apps/routes/${name}.yml`;
/** Whether an application tests its routes, by what `npm run prove -- --routes-of NAME` wrote. */
const isTested = (name: string): boolean => existsSync(fileOf(name));
const testsOf = (name: string) => readRouteTests(readFileSync(fileOf(name), 'utf8'), fileOf(name));
const results = (name: string, configuration: Configuration) =>
  runRouteTests(testsOf(name), configuration).map((each) => [each.name, each.faults] as const);
const sound = (name: string) => testsOf(name).map((each) => [each.name, []]);

describe('whom the routes tell, as their test says', () => {
  test.each(estate.map(({ name }) => name).filter(isTested))('of %s, in the Alertmanager of all', (name) => {
    expect(results(name, ofOperator(estate))).toEqual(sound(name));
  });

  const onHosts = hosts
    .filter(({ application }) => isTested(application.name))
    .map(({ application }) => [application.name, application.routing] as const);
  test.each(onHosts)('of %s, in the one of its host', (name, routing) => {
    expect(results(name, ofOne(routing))).toEqual(sound(name));
  });
});
