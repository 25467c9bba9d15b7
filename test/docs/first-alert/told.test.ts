import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runTool } from '#proof/tools/tool.js';
import { shownBy } from '../walk/step.js';
import { blocksOf } from '../page.js';
import { alertmanagerYml } from '../../operator/alertmanager-yml.js';
import { type RunningAlertmanager, startAlertmanager } from '../../routing/alertmanager.js';
import { type Sink, openSink } from '../../routing/sink.js';
import { commands, made, page, printedBy } from './page.js';

let sink: Sink;
let alertmanager: RunningAlertmanager;
beforeAll(async () => {
  const { files } = await made();
  sink = await openSink();
  const config = parse(files.get('production/shop/AlertmanagerConfig.shop.yaml') ?? '');
  const yml = alertmanagerYml([config], { 'shop/shop-slack': { url: sink.url('/slack') } });
  // As the chart has it, but that nobody waits half a minute.
  alertmanager = await startAlertmanager(
    yml.replace(/group_wait: \S+/, 'group_wait: 1s').replace(/group_interval: \S+/, 'group_interval: 2s'),
  );
}, 120_000);
afterAll(async () => {
  await alertmanager?.stop();
  await sink?.close();
});

/** What a command of the page prints whose words after amtool's address begin so, against an Alertmanager that runs here. */
const amtool = async (words: string): Promise<string> => {
  const [, line = ''] =
    commands
      .map((each) => /--alertmanager.url=\S+ (.*)$/.exec(each))
      .find((found) => found?.[1]?.startsWith(words)) ?? [];
  const args = [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/['"]/g, ''),
  );
  const now = args.map((arg) => arg.replace(/\$\(date .*\)/, `${new Date().toISOString().slice(0, 19)}Z`));
  const { stdout, stderr } = await runTool('amtool', [
    `--alertmanager.url=http://${alertmanager.address}`,
    ...now,
  ]);
  // Columns are as wide as what stands in them.
  return (stdout + stderr).replaceAll(/ +/g, ' ').replaceAll(/ $/gm, '');
};

const narrow = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/ $/gm, '');

/** What Slack is to be told, message by message. */
const messages = blocksOf(page).filter(({ marker }) => marker === 'slack');

const told = async (): Promise<string> => {
  const body: unknown = await sink.next('/slack');
  const { attachments = [] }: { attachments?: readonly { title: string; text: string }[] } = JSON.parse(
    JSON.stringify(body),
  );
  return attachments.map(({ title, text }) => `${title}\n${text.trim()}`).join('\n');
};

test('the route takes the alert of the page', async () => {
  expect((await amtool('config routes test')).trim()).toBe(printedBy('config routes test'));
});

test('adding it prints nothing', async () => {
  expect(await amtool('alert add')).toBe('');
});

test('Alertmanager then has it', async () => {
  expect((await amtool('alert query')).trim()).toMatch(shownBy(narrow(printedBy('alert query'))));
});

test('and tells Slack, as the page shows it', async () => {
  expect(await told()).toMatch(shownBy(messages[0]?.code ?? ''));
}, 20_000);

test('its end is told too', async () => {
  const line = commands.filter((each) => each.includes('alert add')).at(-1) ?? '';
  expect(await amtool(/--alertmanager.url=\S+ (.*)$/.exec(line)?.[1] ?? '')).toBe('');
  expect(await told()).toMatch(shownBy(messages[1]?.code ?? ''));
}, 20_000);
