import { describe, expect, test } from '@jest/globals';
import { proved } from './said.js';

describe('an alertmanager.yml beside the rules', () => {
  test('tells who is told of which alert', async () => {
    expect((await proved(['sound.yml', 'alertmanager.yml'])).out).toContain(
      'Who is told\n  oncall: ShopErrors, ShopDown\n  told of none of these alerts: team, nobody\n',
    );
  });

  test('is held to tests of routes', async () => {
    expect((await proved(['sound.yml', 'alertmanager.yml', '--routes', 'routes.yml'])).exitCode).toBe(0);
  });

  test('that routes otherwise than a test expects fails', async () => {
    expect((await proved(['sound.yml', 'alertmanager.yml', '--routes', 'wrong-routes.yml'])).exitCode).toBe(
      1,
    );
  });

  test('is asked for where tests of routes are', async () => {
    expect((await proved(['sound.yml', '--routes', 'routes.yml'])).err).toContain('give alertmanager.yml');
  });
});

describe('a saved /metrics', () => {
  test('tells which of what the rules read is there', async () => {
    expect((await proved(['sound.yml', '--against', 'metrics.prom'])).out).toContain(
      '0 of 1 metric with all that is asked of them.',
    );
  });
});
