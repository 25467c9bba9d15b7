import { isAbsolute } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { requirements } from '../../tools/requirements.js';
import { runTool, toolPath } from '../../tools/tool.js';
import { isAtLeast, versionIn } from '../../tools/version.js';

const names = ['promtool', 'prometheus', 'amtool', 'alertmanager'] as const;

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
    const rules = '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up == 0"}]}]}';
    expect((await runTool('promtool', ['check', 'rules'], { input: rules })).stdout).toContain(
      '1 rules found',
    );
  });

  test('that finds a fault hands back a failing exit code and what it says', async () => {
    const rules = '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up =="}]}]}';
    expect(await runTool('promtool', ['check', 'rules'], { input: rules })).toMatchObject({
      exitCode: expect.any(Number),
      stderr: expect.stringContaining('unexpected end of input'),
    });
  });

  test('works in the folder it is given', async () => {
    expect((await runTool('promtool', ['check', 'rules', 'passwd'], { cwd: '/etc' })).stderr).not.toContain(
      'no such file',
    );
  });
});
