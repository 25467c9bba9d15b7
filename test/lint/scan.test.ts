import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

const folders: string[] = [];
afterEach(() => {
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** What the scanner says of a repository of these files, of which `untracked` git does not know. */
const scanned = (
  files: Readonly<Record<string, string>>,
  untracked: Readonly<Record<string, string>> = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  folders.push(folder);
  const write = (texts: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const git = (...words: readonly string[]) => spawnSync('git', words, { cwd: folder });
  write(files);
  git('init', '--quiet');
  git('add', '--all');
  write(untracked);
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('build/scan.mjs')], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

// Put together here, so that no scanner takes them for real ones.
const token = ['ghp', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('_');
const hook = [
  'https://hooks.slack.com',
  'services',
  'T01ABCDEF',
  'B01ABCDEF',
  'aBcDeFgHiJkLmNoPqRsTuVwX',
].join('/');
const key = [
  '-----BEGIN RSA',
  `PRIVATE KEY-----\n${'MIIEowIBAAKCAQEA'.repeat(20)}\n-----END RSA PRIVATE KEY-----`,
].join(' ');

describe('the scanner of secrets', () => {
  test.each([
    [
      'a token of GitHub in a manifest',
      'dist/production/shop/ConfigMap.shop.yaml',
      `data:\n  note: ${token}\n`,
    ],
    ['a webhook of Slack on a page', 'docs/runbooks/shop/ShopDown.md', `curl ${hook}\n`],
    ['a private key beside the sources', 'apps/shop/tls.key', `${key}\n`],
  ])(
    'finds %s, and does not repeat it (mistake 19)',
    (_, path, text) => {
      const { status, said } = scanned({ 'main.ts': 'export default 1;\n', [path]: text });
      expect([status, said.startsWith(`${path}:`)]).toEqual([1, true]);
      expect(said).not.toMatch(/ghp_|T01ABCDEF|MIIEow/);
    },
    60_000,
  );

  test('finds none where there is none, and looks at what git knows alone', () => {
    expect(scanned({ 'main.ts': 'export default 1;\n' }, { '.env': `TOKEN=${token}\n` })).toEqual({
      status: 0,
      said: 'No secrets in 1 file.\n',
    });
  }, 60_000);

  test('takes an example for one in its own file alone', () => {
    const example = ['https://admin', 'hunter2@grafana.example.org'].join(':');
    const { status, said } = scanned({
      'test/laws/described.test.ts': `x('${example}');\n`,
      'test/laws/other.test.ts': `x('${example}');\n`,
    });
    expect([status, said.split('\n').map((line) => line.split(':')[0])]).toEqual([
      1,
      ['test/laws/other.test.ts', ''],
    ]);
  }, 60_000);

  test('tells of an example that stands no more where it is allowed', () => {
    const { status, said } = scanned({ 'test/laws/described.test.ts': 'export {};\n' });
    expect([status, said]).toEqual([
      1,
      expect.stringContaining('test/laws/described.test.ts: what is allowed there stands there no more'),
    ]);
  }, 60_000);
});
