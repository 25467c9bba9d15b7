import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '../../application/alert-labels.js';
import { alertsOf } from '../../application/application.js';
import { monitoringProject } from '../../alerts/place/compose.js';
import { backupScripts } from '../../files/compose/backup.js';
import { host } from '../../files/host.js';
import { address } from '../../routing/receiver/address.js';
import { ways } from '../../routing/reach.js';
import { run } from '../../tools/run.js';
import { shop } from '../estate/shop.js';
import { routesTest, withFile } from '../routing/amtool.js';
import { full } from './full-routing.js';
import { render, rendered, textOf } from './rendered.js';
import { withWebhookUrls } from './webhook-url.js';

/** The shell blocks of a Markdown text. */
const shellBlocks = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

/** What a shell says against the syntax of a script; nothing where it has none. */
const syntaxFaults = async (shell: string, script: string): Promise<string> =>
  (await run(shell, ['-n'], { input: script })).stderr;

test('a shell finds a quote that is left open', async () => {
  expect(await syntaxFaults('bash', "echo 'x\n")).toContain('unexpected EOF');
});

describe.each([...rendered, { ...render(host(shop({ routing: full }))), name: 'a shop with everything' }])(
  'README.md of $name',
  ({ host: { ports, project }, application, files }) => {
    const readme = textOf(files, 'README.md');
    const blocks = shellBlocks(readme);
    const [start = '', delivery = '', keeping = ''] = blocks;

    test('is one screen', () => {
      expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    });

    test('says what Compose calls the project', () => {
      expect(readme).toContain(`\`${monitoringProject(project)}\``);
    });

    test.each(Object.entries(ports))('names the port of %s, and how to ask after its health', (_, port) => {
      expect(readme).toMatch(
        new RegExp(`\\| ${port}\\b.* \\| \`curl -f http://localhost:${port}/\\S+healthy?\``),
      );
    });

    test('has every secret file that Alertmanager reads made, and no other', () => {
      const read = [...textOf(files, 'alertmanager.yml').matchAll(/_file: \/etc\/alertmanager\/(\S+)/g)];
      const made = [...start.matchAll(/^cat > (\S+)$/gm)];
      expect(made.map(([, path]) => path)).toEqual([...new Set(read.map(([, path]) => path))]);
    });

    test('has the folder of each made before', () => {
      const folders = [...start.matchAll(/^cat > (\S+)\/\S+$/gm)].map(([, folder]) => folder);
      const [, made = ''] = /^mkdir -p -m 700 (.*?) {4}#/m.exec(start) ?? [];
      expect(made.split(' ')).toEqual(expect.arrayContaining(['secrets', 'backups', ...folders]));
    });

    test('names the address of everybody who is told of an alert', () => {
      const told = alertsOf(application)
        .flatMap((alert) => ways(application.routing, alertLabels(application, alert)).flat())
        .flatMap((name) => application.routing.receivers[name] ?? [])
        .map(address);
      expect(told.filter((each) => !readme.includes(each))).toEqual([]);
    });

    test('names every file that it would have run or copied, as it is delivered', () => {
      const named = [...`${start}${keeping}`.matchAll(/^(?:cp|sh) (\S+)/gm)].map(([, path = '']) => path);
      expect(named.map((path) => [path, path in files])).toEqual([
        ['.env.example', true],
        ['backup.sh', true],
        ['restore.sh', true],
      ]);
    });

    test('has an alert sent that reaches somebody', async () => {
      const pairs = [...delivery.matchAll(/ (severity|application)=(\S+)/g)].map(([, name, value]) => [
        name,
        value,
      ]);
      const yml = withWebhookUrls(textOf(files, 'alertmanager.yml'));
      const labels = { alertname: 'DeliveryTest', ...Object.fromEntries(pairs) };
      const told = await withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));
      expect(told.flatMap((name) => application.routing.receivers[name] ?? [])).not.toEqual([]);
    });

    test.each(blocks.map((block) => [block.split('\n')[0], block] as const))(
      'can be pasted into a shell: %s …',
      async (_, block) => {
        expect(await syntaxFaults('bash', block)).toBe('');
      },
    );
  },
);

test('the README of every host has three blocks for a shell', () => {
  expect(rendered.map(({ files }) => shellBlocks(textOf(files, 'README.md')).length)).toEqual(
    rendered.map(() => 3),
  );
});

describe.each(Object.entries(backupScripts))('%s', (_, script) => {
  test.each(['sh', 'bash'])('is read by %s', async (shell) => {
    expect(await syntaxFaults(shell, script)).toBe('');
  });
});
