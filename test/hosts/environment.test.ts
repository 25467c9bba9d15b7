import { describe, expect, test } from '@jest/globals';
import { exporter } from '#application/exporter/exporter.js';
import { composeFile } from '#hosts/compose/mode.js';
import { host } from '#application/host/host.js';
import { secret } from '#ground/secret.js';
import { shop, stockExporter, stockMetrics } from '../synth/estate/shop.js';
import { variablesIn } from './compose/interpolate.js';
import { render, rendered, textOf } from './rendered.js';

/** What `.env.example` sets, and to what. */
const settings = (text: string): readonly (readonly [name: string, value: string])[] =>
  text.split('\n').flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });

describe.each(rendered)('.env.example of $name', ({ files }) => {
  const [[file, chosen] = ['', ''], ...variables] = settings(textOf(files, '.env.example'));

  test('chooses production', () => {
    expect([file, chosen]).toEqual(['COMPOSE_FILE', composeFile.production]);
  });

  test('holds what production requires, and nothing else', () => {
    const required = variablesIn(textOf(files, composeFile.production));
    expect(variables.map(([name]) => name).sort()).toEqual([...required].sort());
  });

  test('leaves every value to the operator', () => {
    expect(variables.filter(([, value]) => value !== '')).toEqual([]);
  });

  test('is copied to a file that never comes into version control', () => {
    expect(textOf(files, '.gitignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', 'secrets/', 'backups/']),
    );
  });
});

describe('the variable of a secret', () => {
  const named = (name: string, key: string) => {
    const exporters = [
      exporter('stock-exporter', {
        ...stockExporter,
        environment: { STOCK_PASSWORD: secret(name, key) },
        metrics: [stockMetrics],
      }),
    ];
    const { files } = render(host(shop({ exporters })));
    return settings(textOf(files, '.env.example')).at(-1)?.[0];
  };

  test.each([
    ['stock', 'password', 'STOCK_PASSWORD'],
    ['stock.db', 'POSTGRES_USER', 'STOCK_DB_POSTGRES_USER'],
    ['2nd-stock', 'pass-word', '_2ND_STOCK_PASS_WORD'],
  ])('%s %s is %s', (name, key, variable) => {
    expect(named(name, key)).toBe(variable);
  });
});
