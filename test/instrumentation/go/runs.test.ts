import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { compared, undeclared } from '#catalog/compared.js';
import { type Family, families } from '#catalog/exposition.js';
import { type Outcome, run } from '#proof/tools/run.js';
import { cellarMetrics, kitchenMetrics } from './example.js';
import { goTests, outcomes } from './tests.js';
import { go, toolchain } from './toolchain.js';
import { withWorkspace } from './workspace.js';
import { catalogOf, moduleOf } from '../estate.js';

const serverMetrics = catalogOf(moduleOf('ojeomneo', 'monitoring'), 'ojeomneo_http_requests_total');

/** What each exports. */
const catalogs = { ojeomneo: [serverMetrics], bistro: [kitchenMetrics, cellarMetrics] };

describe('generated Go', () => {
  let ended: ReadonlyMap<string, string>;
  let output: string;
  let vetted: Outcome;
  let formatted: Outcome;
  const scrapes = new Map<string, ReadonlyMap<string, Family>>();

  beforeAll(async () => {
    await withWorkspace(async (folder) => {
      const expositions = join(folder, 'expositions');
      await mkdir(expositions);
      const { gofmt } = await toolchain();
      // Go would remember what came of the same tests, and the expositions be those of another time.
      const tested = await go(folder, ['test', '-json', '-count=1', 'programs'], { EXPOSITIONS: expositions });
      output = tested.stdout + tested.stderr;
      ended = outcomes(tested.stdout);
      vetted = await go(folder, ['vet', 'ojeomneo/...', 'bistro/...', 'programs/...', 'readme']);
      formatted = await run(gofmt, ['-l', join(folder, 'src')]);
      for (const name of Object.keys(catalogs))
        scrapes.set(name, families(await readFile(join(expositions, `${name}.prom`), 'utf8').catch(() => '')));
    });
  }, 600_000);

  test('compiles with client_golang', () => {
    expect(ended.size === 0 ? output : '').toBe('');
  });

  test.each(goTests)('holds that $says', ({ name }) => {
    expect(ended.get(name) ?? output).toBe('');
  });

  test('is as gofmt has it, READMEs too', () => {
    expect(formatted).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('has nothing that vet finds strange, nor have the calls of its README', () => {
    expect(vetted).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  describe.each(Object.entries(catalogs))('of %s', (name, declared) => {
    const scrape = (): ReadonlyMap<string, Family> => scrapes.get(name) ?? new Map();

    test('exports what the catalogue declares: names, types, labels, closed sets and buckets', () => {
      expect(declared.flatMap((each) => compared(each, scrape()))).toEqual([]);
    });

    test('exports each with its help', () => {
      const all = declared.flatMap((each) => Object.values(each)).map(({ info }) => info);
      expect(all.map((info) => [info.name, scrape().get(info.name)?.help])).toEqual(
        all.map((info) => [info.name, info.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')]),
      );
    });

    test('exports nothing else, but what Go and the process are told by', () => {
      expect(undeclared(declared, scrape()).filter((each) => !/^(go|process)_/.test(each))).toEqual([]);
    });
  });
});
