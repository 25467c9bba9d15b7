import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MessageTemplate } from '#routing/receiver/templates.js';
import { runTool, toolPath } from '#proof/tools/tool.js';
import { complaint } from './complaint.js';

/** What became of a template: its text, or why Alertmanager would send nothing. */
export type Rendering = { readonly text: string } | { readonly refused: string };

/**
 * Renders a template over the data of a notification, which is JSON, by the real amtool, as Alertmanager would. What was asked
 * before is not rendered again: the messages of all applications have most of their templates in common.
 *
 * @throws Error where there is no amtool.
 */
export const render = (template: Template, data: string): Promise<Rendering> => {
  const asked = JSON.stringify([template.template, template.writes, data]);
  const key = createHash('sha256').update(asked).digest('hex');
  const rendering = renderings.get(key) ?? byAmtool(template, data);
  renderings.set(key, rendering);
  return rendering;
};

type Template = Pick<MessageTemplate, 'template' | 'writes'>;
const renderings = new Map<string, Promise<Rendering>>();

const byAmtool = async ({ template, writes }: Template, data: string): Promise<Rendering> => {
  const folder = await mkdtemp(join(tmpdir(), 'notification-'));
  try {
    const file = join(folder, 'data.json');
    await writeFile(file, data);
    const { exitCode, stdout, stderr } = await runTool('amtool', [
      'template',
      'render',
      `--template.glob=${await defaultTemplates()}`,
      `--template.text=${template}`,
      `--template.type=${writes}`,
      `--template.data=${file}`,
    ]);
    return exitCode === 0 ? { text: stdout } : { refused: complaint(template, stderr) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Alertmanager's own templates where Debian puts them, beside the programs, which elsewhere hold them themselves. */
const defaultTemplates = async (): Promise<string> =>
  join(dirname(await toolPath('amtool')), '..', 'share', 'prometheus', 'alertmanager', '*.tmpl');
