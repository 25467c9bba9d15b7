import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '#synth/folder.js';

let folder = '';
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(join('.cache', 'run-test-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a program as `npm run synth` runs synth/estate/run.ts. */
const run = (source: string, environment: Readonly<Record<string, string>> = {}) => {
  const entry = join(folder, 'run-test.ts');
  writeFileSync(entry, source);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/run.mjs', entry], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
};

const estate = (port: string, page?: string) => `
  import { Chart } from 'cdk8s/lib/chart.js';
  import { ServiceMonitor } from '#imports/service-monitor.js';
  import { synth } from '#synth/synth.js';
  synth([{ place: '', make: (app) => {
    const chart = new Chart(app, 'observer', { disableResourceNameHashes: true });
    new ServiceMonitor(chart, 'scrape', {
      metadata: { name: 'observer' },
      spec: { selector: {}, endpoints: [{ ${port}: 'http' }] },
    });
    return chart;
  } }], [], '${folder}/dist'${page === undefined ? '' : `, { pages: { '${folder}/docs/pages': new Map([['page.md', '${page}']]) } }`});`;

describe('a run', () => {
  test('writes what the sources say now', () => {
    run(estate('port'));
    run(estate('path'));
    expect(readFiles(join(folder, 'dist')).get('observer/ServiceMonitor.observer.yaml')).toContain(
      'path: http',
    );
  });

  test('says in one line what it did', () => {
    run(estate('port'));
    expect(run(estate('port'))).toEqual({
      status: 0,
      stdout: `${folder}/dist/: 1 file, nothing changed\n`,
      stderr: '',
    });
  });

  test('writes the pages of the estate beside it', () => {
    run(estate('port'));
    expect([run(estate('port', 'one')).stdout, readFiles(join(folder, 'docs'))]).toEqual([
      [
        `${folder}/dist/: 1 file, nothing changed`,
        `${folder}/docs/pages/: 1 file, 0 changed, 1 new, 0 removed`,
        '',
      ].join('\n'),
      new Map([['pages/page.md', 'one']]),
    ]);
  });

  test('started by the cdk8s CLI gives it a copy where it looks for one', () => {
    const copy = join(folder, 'cdk8s');
    run(estate('port'), { CDK8S_OUTDIR: copy });
    expect([...readFiles(copy).keys()]).toEqual(['observer/ServiceMonitor.observer.yaml']);
  });

  test('started by the cdk8s CLI that names the output itself says what changed there', () => {
    run(estate('port'));
    expect(run(estate('port'), { CDK8S_OUTDIR: join(folder, 'dist') }).stdout).toBe(
      `${folder}/dist/: 1 file, nothing changed\n`,
    );
  });

  test('that refuses the estate leaves its pages as they were', () => {
    run(estate('port', 'one'));
    run(estate('prot', 'two'));
    expect(readFiles(join(folder, 'docs'))).toEqual(new Map([['pages/page.md', 'one']]));
  });

  test('that refuses the estate prints the faults, not a stack, and ends with 1', () => {
    expect(run(estate('prot'))).toEqual({
      status: 1,
      stdout: '',
      stderr: [
        'observer: observer/scrape spec.endpoints[0].prot: ServiceMonitor has no such field here; write port [no-such-field]',
        '    "http"',
        'cheomseong explain CODE tells more of each.',
        `${folder}/dist/ is as it was.`,
        '',
      ].join('\n'),
    });
  });

  test('that throws shows the place in the TypeScript source', () => {
    const { status, stderr } = run(`interface Ignored {}\n\nthrow new Error('this limit is no number');`);
    expect([status, stderr.split('\n').slice(0, 2)]).toEqual([
      1,
      [`${folder}/run-test.ts:3:7: Error: this limit is no number`, `    at (${folder}/run-test.ts:3:7)`],
    ]);
  });

  test('that throws what a type would have refused says who tells', () => {
    expect(run('const { length } = JSON.parse("null"); console.log(length);').stderr).toContain(
      'Types may tell why: tsc --noEmit',
    );
  });

  test('of files that import each other shows by which way, and runs none', () => {
    writeFileSync(
      join(folder, 'other.ts'),
      `import { y } from './run-test.js';\nexport const x = () => y;\n`,
    );
    const { status, stdout, stderr } = run(
      `import { x } from './other.js';\nexport const y = 1;\nconsole.log(x());\n`,
    );
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringContaining(`${folder}/other.ts → ${folder}/run-test.ts → ${folder}/other.ts`),
    ]);
  });

  test('of sources that do not parse shows where', () => {
    const { status, stderr } = run('const x = ;');
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${folder}/run-test.ts:1:10`)]);
  });
});
