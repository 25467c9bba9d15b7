import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { format } from 'prettier';
import { toolPath } from '#proof/tools/tool.js';
import { type Copied, copied } from '../synth/copied.js';

const PROMTOOL = await toolPath('promtool');

let estate: Copied;
const cheomseong = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/cheomseong.mjs', ...args], {
    cwd: estate.folder,
    encoding: 'utf8',
    env: { ...process.env, PROMTOOL, INIT_CWD: estate.folder },
  });
  return { status, stdout, stderr };
};
const read = (path: string): string => readFileSync(join(estate.folder, path), 'utf8');
const mapped = ['--severity', 'page=critical', '--severity', 'info=none'];
const asked = ['import', 'rules', '--application', 'shop', '--metrics', 'rules/metrics.prom'];
/** Nothing of a file that is written while it is tried. */
const applications = (): readonly string[] =>
  existsSync(join(estate.folder, 'apps')) ? readdirSync(join(estate.folder, 'apps')) : [];

beforeAll(() => {
  estate = copied();
  estate.write({
    'main.ts':
      "import { cluster, estate } from 'cheomseong';\n\nexport default estate({ places: [cluster('production', { applications: [] })] });\n",
  });
  cpSync('test/incoming/files', join(estate.folder, 'rules'), { recursive: true });
});
afterAll(() => estate.remove());

describe('before anything is written', () => {
  test('severities of which nobody said what they are like are named, with how many alerts have each', () => {
    expect(cheomseong(...asked)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/page \(1 alert\), info \(1 alert\)/),
    });
  });
});

test('a name that is none is refused by the command that was given it', () => {
  const { status, stderr } = cheomseong('import', 'rules', '--application', 'Bad_Name');
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^import: 'Bad_Name'/)]);
});

describe('an import', () => {
  let said: ReturnType<typeof cheomseong>;
  beforeAll(() => {
    said = cheomseong(...asked, ...mapped);
  });

  test('brings all rules along', () => {
    expect(said.stdout).toMatch(
      /^alerts {4}8 of 8 came along \(100%\); 6 of them in typed words\nrecords {3}1 of 1/,
    );
  });

  test('renders each as it came in', () => {
    expect(said.stdout).toMatch('parity    9 of 9 rules rendered as they came in');
  });

  test('tells each alert to whom it was told', () => {
    expect(said.stdout).toMatch('routes    8 of 8 alerts reach whom they reached');
  });

  test('declares what a scrape tells by it, what the package knows by the package, the rest by the rules', () => {
    expect(said.stdout).toMatch(
      "metrics   1 by a scrape, 3 of the package's catalogues, 2 by their names and use alone",
    );
  });

  test('says which catalogue each metric was taken from', () => {
    const row = /\| `kubelet_volume_stats_available_bytes` +\| kubeletMetrics +\|/;
    expect([row.test(read('apps/shop/IMPORTED.md')), said.stdout]).toEqual([
      true,
      expect.stringMatching(/kubeletMetrics: kubelet_volume_stats_available_bytes, /),
    ]);
  });

  test('says in typed words what these print the same', () => {
    expect(read('apps/shop/alerts/shop.ts')).toMatch(
      "when: equal(eachSeries(value(scrapeMetrics.up.where({ job: 'shop' }))), no),",
    );
  });

  test('is as its page shows it', () => {
    const [, shown = ''] =
      /\n(export const shopErrorsCritical[^]*?) {2}proof: /.exec(readFileSync('docs/import.md', 'utf8')) ??
      [];
    expect([shown.length > 0, read('apps/shop/alerts/shop.ts')]).toEqual([
      true,
      expect.stringContaining(shown),
    ]);
  });

  test('leaves series their namespaces, and says what that means', () => {
    expect([read('apps/shop/alerts/shop.ts'), read('apps/shop/IMPORTED.md')]).toEqual([
      expect.stringContaining("adds: ['component', 'application'],"),
      expect.stringMatching(/`namespace` is that of the series, as it was, in .*shop.*OnNamespace/),
    ]);
  });

  test('keeps as text what they do not', () => {
    expect(read('apps/shop/alerts/shop-volumes.ts')).toMatch(
      "asWritten('kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes'",
    );
  });

  test('keeps templates with logic as they are, and what Prometheus renders of them beside', () => {
    expect(read('apps/shop/alerts/shop.ts')).toMatch(
      "reads: { description: 'The shop is down, and reads 0.' }",
    );
  });

  test('tells alerts of one name apart by a key', () => {
    expect(read('apps/shop/alerts/shop.ts').match(/key: '.*'/g)).toEqual([
      "key: 'ShopErrors.critical'",
      "key: 'ShopErrors.warning'",
    ]);
  });

  test('writes no secret, and names where each stood', () => {
    const secrets = ['hooks.slack.example.org', '0123456789abcdef'];
    const written = [read('apps/shop/routing.ts'), read('apps/shop/IMPORTED.md')].join();
    expect([secrets.filter((each) => written.includes(each)), said.stdout]).toEqual([
      [],
      expect.stringMatching(/Secret shop-pager, key key: .*alertmanager\.yml:14/),
    ]);
  });

  test('is laid out as Prettier does it', async () => {
    const files = readdirSync(join(estate.folder, 'apps/shop'), { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((file) => /\.(ts|md)$/.test(file))
      .map((file) => [file, read(`apps/shop/${file}`)] as const);
    const formatted = await Promise.all(
      texts.map(async ([file, text]) => [
        file,
        await format(text, { filepath: file, singleQuote: true, printWidth: 100 }),
      ]),
    );
    expect(texts).toEqual(formatted);
  });

  test('allows as many proofs that nobody has confirmed as came in', () => {
    const [, derived, unproven] = /(\d+) derived, to be confirmed; (\d+) unproven/.exec(said.stdout) ?? [];
    expect(JSON.parse(read('package.json')).cheomseong.proofs).toEqual({
      derived: Number(derived),
      unproven: Number(unproven),
    });
  });

  test('makes an estate that is synthesized', () => {
    expect(cheomseong('synth')).toMatchObject({ status: 0 });
  });

  test('makes proofs that hold', () => {
    expect(cheomseong('prove')).toMatchObject({ status: 0 });
  });

  test('makes tests of its routes that hold', () => {
    expect(cheomseong('prove', '--routes', 'test/routes')).toMatchObject({ status: 0 });
  });

  test('overwrites nothing', () => {
    expect(cheomseong(...asked, ...mapped)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching('apps/shop is there already'),
    });
  });
});

describe('a dry run of what does not all come along', () => {
  let said: ReturnType<typeof cheomseong>;
  beforeAll(() => {
    writeFileSync(
      join(estate.folder, 'odd.yml'),
      `groups:
  - name: odd
    rules:
      - { alert: Fine, expr: up == 0, labels: { severity: warning } }
      - { alert: Newer, expr: "sum(newer_function(up)) > 0", labels: { severity: warning } }
`,
    );
    said = cheomseong('import', 'odd.yml', '--application', 'odd', '--dry-run');
  });

  test('tells what is left out, and brings the rest along', () => {
    expect(said).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /1 of 2 came along[^]*Left out:\n  odd\.yml:5: alert Newer: .*newer_function/,
      ),
    });
  });

  test('leaves nothing', () => {
    const left = readdirSync(estate.folder).filter((name) => name.startsWith('.importing'));
    expect([applications(), left]).toEqual([['runbooks.ts', 'shop'], []]);
  });
});

describe('an import of nothing', () => {
  const given = {
    'an empty file': '',
    'values of a chart': 'replicas: 2\n',
    'broken YAML': 'groups: [\n',
    'queries of logs alone':
      'groups: [{ name: logs, rules: [{ alert: Logs, expr: \'sum(rate({app="x"} |= "error" [5m])) > 1\' }] }]\n',
  };

  test.each(Object.entries(given))('is refused, and writes nothing: %s', (_, text) => {
    writeFileSync(join(estate.folder, 'nothing.yml'), text);
    const { status, stderr } = cheomseong('import', 'nothing.yml', '--application', 'nothing');
    expect([status, stderr, applications().includes('nothing')]).toEqual([
      2,
      expect.stringMatching(/there is nothing to import in nothing\.yml/),
      false,
    ]);
  });

  test('says once where something broken stands', () => {
    writeFileSync(join(estate.folder, 'nothing.yml'), 'groups: [\n');
    expect(cheomseong('import', 'nothing.yml', '--application', 'nothing').stderr).toMatch(
      /^.*nothing\.yml:\d+: a document: it is no YAML/m,
    );
  });
});
