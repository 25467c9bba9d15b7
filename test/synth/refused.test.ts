import { existsSync, readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Copied, type Said, copied, mainOf, shopCalled } from './copied.js';

const names = ['bakery', 'chemist', 'florist', 'grocer', 'tailor'] as const;
type Name = (typeof names)[number];
/** What an application's file says instead. */
type Change = (text: string) => string;

const whole = {
  'main.ts': mainOf(names),
  'apps/runbooks.ts': readFileSync('test/readme/runbooks.ts', 'utf8'),
  ...Object.fromEntries(names.map((name) => [`apps/${name}/index.ts`, shopCalled(name)])),
};

let copy: Copied;
let first: Said;
beforeAll(() => {
  copy = copied();
  copy.write(whole);
  first = copy.synth();
}, 120_000);
afterAll(() => {
  copy.remove();
});

/** Synthesizes with these files changed, and everything else as it was; what else is written stays. */
const synthWith = (
  changes: Partial<Readonly<Record<Name, Change>>>,
  others: Record<string, string> = {},
): Said => {
  const changed = Object.entries(changes).map(([name, change]) => [
    `apps/${name}/index.ts`,
    change(shopCalled(name)),
  ]);
  copy.write({ ...whole, ...others, ...Object.fromEntries(changed) });
  const said = copy.synth();
  copy.write(whole);
  return said;
};
const also =
  (more: string): Change =>
  (text) =>
    text + more;
const instead =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new Error(`the README's shop does not say ${from} any more`);
    return text.replace(from, () => to);
  };
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** All that is published; a swap would give it another inode. */
const published = () =>
  ['dist', 'docs'].flatMap((top) =>
    readdirSync(join(copy.folder, top), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${top}/${path} ${statSync(join(copy.folder, top, path)).ino}`,
    ),
  );
const record = () => statSync(join(copy.folder, '.cache/synth/types.json')).ino;

describe('an estate of which the compiler refuses nothing', () => {
  test('is published', () => {
    expect([
      first,
      existsSync(join(copy.folder, 'dist/production/tailor/PrometheusRule.tailor.yaml')),
    ]).toEqual([
      {
        status: 0,
        stdout: expect.stringContaining('docs/secrets/: 1 file, 0 changed, 1 new, 0 removed'),
        stderr: '',
      },
      true,
    ]);
  });

  test('is not shown to the compiler again while nothing in it changes, whenever it was written', () => {
    const before = record();
    utimesSync(join(copy.folder, 'main.ts'), new Date(), new Date());
    expect([copy.synth().status, record()]).toEqual([0, before]);
  });

  test('is shown to it again when a file changes, if only in its types', () => {
    const before = record();
    const { status } = synthWith({ bakery: also('export type Loaf = string;\n') });
    expect([status, record() === before]).toEqual([0, false]);
  });

  test('is published though something in it is not used', () => {
    expect(synthWith({ bakery: also('const unused = 1;\n') })).toMatchObject({ status: 0, stderr: '' });
  });

  test('is published though a test does not compile', () => {
    const { status } = synthWith({}, { 'test/apps/bakery.test.ts': `const loaves: number = 'many';\n` });
    expect(status).toBe(0);
  });
});

describe('what the compiler refuses', () => {
  const imports = `
    import { above } from 'cheomseong';
    import { gauge } from 'cheomseong';
    import { sum } from 'cheomseong';
    import { rate, value } from 'cheomseong';
    const orders = gauge('orders', { help: 'Orders that wait' });`;
  const mistakes = {
    bakery: instead(
      `groupBy: ['alertname'] }`,
      `groupBy: ['alertname'], routes: [{ matchers: { severity: 'critcal' } }] }`,
    ),
    chemist: also(`${imports}
      export const many = above(sum(value(orders)), percent(500));`),
    florist: also(`${imports}
      export const fast = rate(orders, '5m');`),
    grocer: also(`${imports}
      export const byPath = sum(rate(metrics.requests, '5m'), { by: ['paht'] });`),
    tailor: also(`
      import { postgresExporter } from 'cheomseong';
      export const exporter = postgresExporter('tailor-postgres-exporter', {
        ...here,
        database: 'postgresql://tailor:hunter2@db:5432/tailor',
        user: secret('tailor-db', 'username'),
        password: secret('tailor-db', 'password'),
        sslMode: 'disable',
      });`),
  };
  let said: Said;
  let before: readonly string[];
  beforeAll(() => {
    before = published();
    said = synthWith(mistakes);
  }, 60_000);

  test.each([
    ['a severity that no alert has', 'bakery', `severity: 'critcal'`, `Type '"critcal"' is not assignable`],
    ['a count compared with a percentage', 'chemist', 'percent(500)', 'the values are in count'],
    ['a rate of a gauge', 'florist', 'orders, ', 'only what counts has a rate'],
    ['a label that no series has', 'grocer', `'paht'`, `Type '"paht"' is not assignable`],
    ['a password in an address', 'tailor', 'database:', 'a password in a URL would be committed'],
  ] as const)('is told with its file, line and column (mistake 82): %s', (_, name, at, text) => {
    const changed = mistakes[name](shopCalled(name));
    const line = lineOf(changed, at);
    const column = (changed.split('\n')[line - 1] ?? '').indexOf(at) + 1;
    expect(said.stderr).toMatch(
      new RegExp(
        `^${name}: apps/${name}/index.ts:${line}:${column}: TS\\d+: .*${text.replace(/[()]/g, '\\$&')}`,
        'm',
      ),
    );
  });

  test('is told once for each cause', () => {
    expect(said.stderr.match(/index\.ts:\d+:\d+: /g)).toHaveLength(5);
  });

  test('is told without the secret that is in it (mistake 19)', () => {
    expect(said.stderr).not.toContain('hunter2');
  });

  test('is told without colours where nobody reads it on a terminal', () => {
    expect(said.stderr).not.toContain('\u001b');
  });

  test('is not published', () => {
    expect([said.status, said.stdout, published()]).toEqual([1, '', before]);
  });

  test('is told of a file that cannot be read, once', () => {
    const { status, stderr } = synthWith({ bakery: also('const loaf = ;') });
    const line = shopCalled('bakery').split('\n').length;
    expect([status, stderr]).toEqual([
      1,
      `bakery: apps/bakery/index.ts:${line}:14: TS1109: Expression expected\ndist/ is as it was.\n`,
    ]);
  });
});

describe('what files throw', () => {
  const changes = {
    bakery: also(`
      import { flour } from './flour.js';
      export const alertsOf = () => [alerts, flour];`),
    chemist: also(`
      export const shelf = JSON.parse('{}').shelf.length;`),
    florist: instead(
      'runbook: runbookOf',
      `runbook: (alert, name) => {
        if (alert === 'HighLatency') throw new Error('no such page');
        return runbookOf(alert, name);
      }`,
    ),
    grocer: instead('latency: seconds(1)', 'latency: seconds(1000)'),
    tailor: instead('metrics: [metrics] })]', 'metrics: [] })]'),
  };
  const flour = `import { alertsOf } from './index.js';\nexport const flour = () => alertsOf;\n`;
  let said: Said;
  beforeAll(() => {
    said = synthWith(changes, {
      'apps/bakery/flour.ts': flour,
      'main.ts': mainOf(names).replace('host(tailor)', 'host(tailor, { ports: { grafana: 90000 } })'),
    });
  }, 60_000);
  const at = (name: keyof typeof changes, part: string): string =>
    `^${name}: apps/${name}/index\\.ts:${lineOf(changes[name](shopCalled(name)), part)}:\\d+: `;

  test('is told of a circle of files by its way, and what to do (mistake 83)', () => {
    expect(said.stderr).toMatch(
      /^bakery: apps\/bakery\/\w+\.ts: files import each other in a circle, .*: (apps\/bakery\/(flour|index)\.ts( → |;)){3} put what both need/m,
    );
  });

  test('is told of a value that is not there by the line that reads it', () => {
    expect(said.stderr).toMatch(
      new RegExp(
        `${at('chemist', 'JSON.parse')}TypeError: .*; something that this line reads is undefined`,
        'm',
      ),
    );
  });

  test('is told of a function that throws when it is asked by the line of the function', () => {
    expect(said.stderr).toMatch(
      new RegExp(`${at('florist', 'no such page')}Error: no such page \\[thrown\\]$`, 'm'),
    );
  });

  test('is told of what refuses a value by the line that gives it', () => {
    expect(said.stderr).toMatch(new RegExp(`${at('grocer', 'httpAlerts(called')}`, 'm'));
  });

  test('is told of main.ts itself', () => {
    expect(said.stderr).toMatch(
      /^estate: main\.ts:\d+:\d+: host of tailor: ports\.grafana: 90000 is no port/m,
    );
  });

  test('is told together with the violations of the others', () => {
    expect(said.stderr).toContain('tailor/rules: HighErrorRate reads tailor_http_requests_total');
  });

  test('is told application by application, each once', () => {
    expect(said.stderr.match(/^\w+(?=:)/gm)).toEqual([
      'bakery',
      'chemist',
      'florist',
      'grocer',
      'estate',
      'tailor',
    ]);
  });

  test('is a reason to publish nothing', () => {
    expect([said.status, said.stdout, said.stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      '',
      'dist/ is as it was.',
    ]);
  });

  test('is told together with what files are that cannot be read', () => {
    const both = synthWith({ bakery: also('const loaf = ;'), grocer: changes.grocer });
    expect(both.stderr.match(/^\w+(?=:)/gm)).toEqual(['bakery', 'grocer']);
  });

  test('is told together with what the compiler refuses', () => {
    const both = synthWith({
      bakery: also(`export const loaves: number = 'many';\n`),
      grocer: changes.grocer,
    });
    expect(both.stderr.match(/^\w+(?=:)/gm)).toEqual(['bakery', 'grocer']);
  });
});
