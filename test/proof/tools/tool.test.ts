import { isAbsolute } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { requirements } from '#proof/tools/requirements.js';
import { runTool, toolPath } from '#proof/tools/tool.js';
import { isAtLeast, versionIn } from '#proof/tools/version.js';

const names = ['promtool', 'prometheus', 'amtool', 'alertmanager', 'blackbox_exporter'] as const;

describe('the real program', () => {
  test.each(names)('%s lies at an absolute path', async (name) => {
    expect(isAbsolute(await toolPath(name))).toBe(true);
  });

  test.each(names)('%s is of a release that will do', async (name) => {
    const { stdout, stderr } = await runTool(name, ['--version']);
    const version = versionIn(`${stdout}\n${stderr}`, name);
    expect(version && isAtLeast(version, requirements[name].atLeast)).toBe(true);
  });

  test('reads its standard input', async () => {
    const exposition = '# HELP x_total Things.\n# TYPE x_total counter\nx_total 1\n';
    const { exitCode } = await runTool('promtool', ['check', 'metrics'], { input: exposition });
    expect(exitCode).toBe(0);
  });

  test('that finds a fault hands back a failing exit code', async () => {
    const { exitCode } = await runTool('promtool', ['check', 'metrics'], { input: 'x{ 1\n' });
    expect(exitCode).not.toBe(0);
  });

  test('that finds a fault hands back what it says', async () => {
    const { stderr } = await runTool('promtool', ['check', 'metrics'], { input: 'x{ 1\n' });
    expect(stderr).toContain('text format parsing error in line 1');
  });

  test('works in the folder it is given', async () => {
    expect((await runTool('promtool', ['check', 'rules', 'passwd'], { cwd: '/etc' })).stderr).not.toContain(
      'no such file',
    );
  });
});
