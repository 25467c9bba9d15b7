import { describe, expect, test } from '@jest/globals';
import { proved } from './said.js';

describe('an alertmanager.yml beside the rules', () => {
  test('tells who is told of which alert', async () => {
    expect((await proved(['sound.yml', 'alertmanager.yml'])).out).toContain(
      'Who is told\n  oncall: ShopErrors, ShopDown\n  told of none of these alerts: team, nobody\n',
    );
  });

  test('that sends nowhere is told of once, with all whom it concerns', async () => {
    const { out } = await proved(['sound.yml', 'silent-alertmanager.yml']);
    expect(out.match(/which sends nowhere/g)).toHaveLength(1);
    expect(out).toContain('  ShopErrors, ShopDown: each goes to team, which sends nowhere;');
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
  test('tells what is missing once, at the alert that cannot fire by it', async () => {
    const { out } = await proved(['sound.yml', '--against', 'metrics.prom']);
    expect(out.match(/no series of\s+shop_requests_total has/g)).toHaveLength(1);
    expect(out).toContain('  shop_requests_total: see ShopErrors\n');
  });

  test('tells which of what the rules read is there', async () => {
    expect((await proved(['sound.yml', '--against', 'metrics.prom'])).out).toContain(
      '0 of 1 metric with all that is asked of them.',
    );
  });
});
