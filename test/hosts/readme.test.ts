import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { alertsOf } from '#application/application.js';
import { monitoringProject } from '#alerts/place/compose.js';
import { backupScripts } from '#hosts/compose/backup.js';
import { host } from '#application/host/host.js';
import { address } from '#routing/receiver/address.js';
import { ways } from '#routing/reach.js';
import { run } from '#proof/tools/run.js';
import { shop } from '../synth/estate/shop.js';
import { routesTest, withFile } from '../routing/amtool.js';
import { composeOf, mountsOf } from './compose/compose-file.js';
import { full } from './full-routing.js';
import { pasted } from './pasted.js';
import { render, rendered, textOf } from './rendered.js';
import { withWebhookUrls } from './webhook-url.js';

/** The shell blocks of a Markdown text. */
const shellBlocks = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

/** What a shell says against the syntax of a script; nothing where it has none. */
const syntaxFaults = async (shell: string, script: string): Promise<string> =>
  (await run(shell, ['-n'], { input: script })).stderr;

test('a paste is read by a command that waits for somebody to write', async () => {
  const { asked, secrets } = await pasted('mkdir secrets\ncat > secrets/a\ndocker compose up\n', {});
  expect([asked, secrets]).toEqual([[], { 'secrets/a': 'docker compose up\n' }]);
});

test('a shell finds a quote that is left open', async () => {
  expect(await syntaxFaults('bash', "echo 'x\n")).toContain('unexpected EOF');
});

test('names a port that HTTP leaves out', () => {
  const { files } = render(host(shop(), { health: { web: 'http://localhost:80/health' } }));
  expect(textOf(files, 'README.md')).toContain('| web | 80, of the application itself |');
});

describe.each([...rendered, { ...render(host(shop({ routing: full }))), name: 'a shop with everything' }])(
  'README.md of $name',
  ({ host: { ports, health }, application, files }) => {
    const readme = textOf(files, 'README.md');
    const blocks = shellBlocks(readme);
    const [preparation = '', start = '', delivery = '', keeping = ''] = blocks;
    const { name } = application;

    test('is one screen', () => {
      expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    });

    test('says why what is critical pages nobody, where it does not', () => {
      const { unpaged } = application.routing;
      expect(/Paging: (.+)/.exec(readme)?.[1]).toBe(unpaged);
    });

    test('says what Compose calls the project', () => {
      expect(readme).toContain(`\`${monitoringProject(name)}\``);
    });

    test.each(Object.entries(ports))('names the port of %s, and how to ask after its health', (_, port) => {
      expect(readme).toMatch(
        new RegExp(`\\| ${port}\\b.* \\| \`curl -f http://localhost:${port}/\\S+healthy?\``),
      );
    });

    test('names what the application answers, and on which port', () => {
      const rows = Object.entries(health).map(([what, url]) => [
        `| ${what} | ${url.split(/[:/]/)[4]}, of the application itself | \`curl -f ${url}\` |`,
      ]);
      expect(readme.split('\n')).toEqual(expect.arrayContaining(rows.flat()));
    });

    test('has a Prometheus and a Grafana taken out that are there already', () => {
      expect(readme).toMatch(new RegExp(`of its own \\(.docker compose -p ${name} ps.\\), take them out`));
    });

    test('says what each of its exporters needs', () => {
      const needs = application.exporters.flatMap((each) => each.needs);
      expect(needs.filter((need) => !readme.toLowerCase().includes(need.toLowerCase()))).toEqual([]);
    });

    test('makes every secret file that Alertmanager reads, and no other, to be filled in', async () => {
      const read = [...textOf(files, 'alertmanager.yml').matchAll(/_file: \/etc\/alertmanager\/(\S+)/g)];
      const { secrets } = await pasted(preparation, files);
      expect(secrets).toEqual(Object.fromEntries(read.map(([, path]) => [path, ''])));
    });

    test('starts all once they are filled in, having checked', async () => {
      const { asked } = await pasted(preparation + start, files);
      expect(asked).toEqual([
        'sudo chown -R 65534:65534 secrets',
        'sudo chmod -R go= secrets',
        'docker compose config --quiet',
        'docker compose up --detach --wait',
      ]);
    });

    test('names the secrets that are still empty', async () => {
      const { secrets, said } = await pasted(preparation + start, files);
      expect(said.trim().split('\n').filter(Boolean).sort()).toEqual(Object.keys(secrets).sort());
    });

    test('has every service started anew that reads what is delivered', async () => {
      const { services } = composeOf(files, 'production');
      const isDelivered = (source: string) =>
        Object.keys(files).some((path) => `./${path}` === source || `./${path}`.startsWith(`${source}/`));
      const reading = Object.entries(services).flatMap(([service, each]) =>
        mountsOf(each).some(([source]) => isDelivered(source)) ? [service] : [],
      );
      const { asked } = await pasted(keeping, files);
      expect(asked.slice(-2)).toEqual([
        'docker compose up --detach --wait',
        `docker compose restart ${reading.join(' ')}`,
      ]);
    });

    test('speaks of no Secret of Kubernetes', () => {
      expect(readme).not.toMatch(/\bSecrets?\b/);
    });

    test('names the address of everybody who is told of an alert', () => {
      const told = alertsOf(application)
        .flatMap((alert) => ways(application.routing, alertLabels(application, alert)).flat())
        .flatMap((name) => application.routing.receivers[name] ?? [])
        .map(address);
      expect(told.filter((each) => !readme.includes(each))).toEqual([]);
    });

    test('names every file that it would have run or copied, as it is delivered', () => {
      const named = [...`${preparation}${keeping}`.matchAll(/^(?:cp|sh) (\S+)/gm)].map(
        ([, path = '']) => path,
      );
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
      const { receivers } = application.routing;
      expect(new Set(told.map((name) => (receivers[name] ?? []).length > 0))).toEqual(new Set([true]));
    });

    test.each(blocks.map((block) => [block.split('\n')[0], block] as const))(
      'can be pasted into a shell: %s …',
      async (_, block) => {
        expect(await syntaxFaults('bash', block)).toBe('');
      },
    );
  },
);

test('the README of every host has four blocks for a shell', () => {
  expect(rendered.map(({ files }) => shellBlocks(textOf(files, 'README.md')).length)).toEqual(
    rendered.map(() => 4),
  );
});

describe.each(Object.entries(backupScripts))('%s', (_, script) => {
  test.each(['sh', 'bash'])('is read by %s', async (shell) => {
    expect(await syntaxFaults(shell, script)).toBe('');
  });
});
