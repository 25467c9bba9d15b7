import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '#proof/tools/tool.js';

/** Hands a file of that text to `work`, and takes it away afterwards. */
export const withFile = async <T>(
  name: string,
  text: string,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cheomseong-routing-'));
  try {
    const path = join(folder, name);
    await writeFile(path, text);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What the real amtool says; an Error with its words where it fails. */
const amtool = async (...args: readonly string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await runTool('amtool', args);
  if (exitCode !== 0) throw new Error(`amtool: ${stderr}${stdout}`);
  return stdout;
};

/** Checks an alertmanager.yml; rejects in amtool's words. */
export const checkConfig = (yml: string): Promise<string> =>
  withFile('alertmanager.yml', yml, (path) => amtool('check-config', path));

/** Which receivers an alert of these labels reaches in a file, in order. */
export const routesTest = async (
  path: string,
  labels: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const told = await amtool('config', 'routes', 'test', `--config.file=${path}`, ...pairs);
  return told.trim().split(',');
};
