import { textOf } from '#synth/publishing/content.js';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { apiResourceOf } from '#imports/api-resource.js';
import type { Manifest } from '#imports/manifest.js';
import { crdsChartOf } from '#platform/crds.js';
import { secretsCommand } from '#secrets/verb.js';
import { type Made, commands, made, podsOf, printedBy, shown } from './first-alert/page.js';
import { blocksOf } from './page.js';

let all: Made;
beforeAll(async () => {
  all = await made();
}, 60_000);

const folderOf = (folder: string): readonly Manifest[] =>
  [...all.files]
    .filter(([path]) => path.startsWith(`production/${folder}/`) && path.endsWith('.yaml'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, text]): Manifest => parse(text));

/** What `kubectl apply --server-side -f` prints of a folder, whose files it takes in the order of their names. */
const applied = (folder: string): string =>
  folderOf(folder)
    .map((manifest) => {
      const { group, kind } = apiResourceOf(manifest);
      const type = [kind.toLowerCase(), group].filter((part) => part !== '').join('.');
      return `${type}/${manifest.metadata.name} serverside-applied`;
    })
    .join('\n');

test('it says how many files synthesis writes', () => {
  const counted = [
    ['dist/', all.files.size],
    ...Object.entries(all.pages).map(([path, texts]) => [`${path}/`, texts.size] as const),
  ] as const;
  expect(printedBy('npx cheomseong synth').split('\n')).toEqual(
    counted.map(([path, n]) => `${path}: ${n} ${n === 1 ? 'file' : 'files'}, 0 changed, ${n} new, 0 removed`),
  );
});

test.each([
  ['namespaces', 'namespaces'],
  ['shop', 'shop'],
])('it shows what the server is given of the folder %s', (marker, folder) => {
  expect(shown(marker)).toBe(applied(folder));
});

test('its commands make the Secrets as the page of the cluster says', () => {
  const own = [...textOf(all.pages['docs/secrets']?.get('production.md') ?? '').matchAll(/^read -rsp .*$/gm)];
  expect(shown('secrets').split('\n')).toEqual(own.map(([line]) => line));
});

test('it shows what is said of Secrets that are all there', async () => {
  const names: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['shop', 'shop-slack', { url: 'https://chat.example/hook/one' }],
    ['monitoring', 'grafana-admin', { 'admin-user': 'admin', 'admin-password': 'a1b2c3' }],
  ];
  const items = names.map(([namespace, name, values]) => ({
    kind: 'Secret',
    metadata: { namespace, name },
    data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, btoa(value)])),
  }));
  let said = '';
  const terminal = { write: (text: string) => void (said += text), isTTY: false };
  const surface = { out: terminal, err: terminal, colour: false, root: '.', folder: '.' };
  const input = { isTTY: false, read: () => Promise.resolve(JSON.stringify({ kind: 'List', items })) };
  await secretsCommand(
    ['check', '--cluster', 'production'],
    surface,
    { clusters: [all.cluster], docs: 'docs' },
    input,
  );
  expect(shown('secrets check')).toBe(said.trim());
});

test('it names the Applications that come', () => {
  const names = folderOf('argocd')
    .filter(({ kind }) => kind === 'Application')
    .map(({ metadata }) => metadata.name);
  const told = shown('applications')
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/)[0]);
  expect(told).toEqual(names);
});

test('what is made by hand of ArgoCD stands in its folder', () => {
  const paths = commands.flatMap((line) => /-f dist\/(\S+\.yaml)$/.exec(line)?.[1] ?? []);
  expect(paths.filter((path) => !all.files.has(path))).toEqual([]);
});

test('it shows the alerts that Prometheus evaluates', () => {
  const rules = all.files.get('production/shop/PrometheusRule.shop.yaml') ?? '';
  const alerts = [...rules.matchAll(/- alert: (\S+)/g)].map(([, name]) => `${name} ok inactive`);
  expect(shown('rules').split('\n')).toEqual(alerts);
});

describe('the platform', () => {
  test('is asked by the names that its pods have', () => {
    const asked = commands.flatMap((line) => /exec (?:-i )?(\S+) -c (\w+)/.exec(line)?.slice(1, 3) ?? []);
    const { prometheus, alertmanager } = podsOf(all.cluster);
    expect([...new Set(asked)]).toEqual([prometheus, 'prometheus', alertmanager, 'alertmanager']);
  });

  test.each(['docs/delivery/first-alert.md', 'docs/delivery/upgrade.md'])(
    'comes by Helm in the versions that ArgoCD would take: %s',
    (page) => {
      const { chart, versions } = all.cluster.platform;
      const code = blocksOf(page).find(({ marker }) => marker === 'helm')?.code ?? '';
      expect([...code.matchAll(/--version (\S+)/g)].map(([, version]) => version)).toEqual([
        crdsChartOf(versions.operator),
        chart,
      ]);
    },
  );
});
