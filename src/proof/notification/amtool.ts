import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runTool, toolPath } from '#proof/tools/tool.js';
import { complaint } from './complaint.js';
import type { MessageTemplate } from '#routing/receiver/templates.js';

/** What became of a template: its text, or why Alertmanager would send nothing. */
export type Rendering = { readonly text: string } | { readonly refused: string };

/** A template that is to be rendered. */
export type Template = Pick<MessageTemplate, 'template' | 'writes'>;

/**
 * Renders one text by the real amtool.
 *
 * @throws Error where there is no amtool.
 */
export const byAmtool = async ({ template, writes }: Template, data: string): Promise<Rendering> => {
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
