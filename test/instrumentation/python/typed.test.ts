import { expect, test } from '@jest/globals';
import { run } from '#proof/tools/run.js';
import { board } from './board.js';
import { environment, interpreter } from './interpreter.js';
import { shop } from './shop.js';
import { withPackages } from './written.js';
import { moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');
const adminMonitoring = moduleOf('ojeomneo', 'adminMonitoring');
const sogang = moduleOf('sogangcomputerclub', 'monitoring');

const packages = { monitoring, sogang, admin_monitoring: adminMonitoring, board, shop };

/** What a module of Python says of all packages, run with these arguments. */
const said = (...args: readonly string[]): Promise<string> =>
  withPackages(packages, async (folder) => {
    const python = await interpreter();
    const { stdout, stderr } = await run(python.program, ['-m', ...args, ...Object.keys(packages)], {
      cwd: folder,
      env: environment(python, [folder]),
      timeout: 120_000,
    });
    return stdout + stderr;
  });

test('what is generated is laid out as black has it', async () => {
  expect(await said('black', '--quiet', '--diff')).toBe('');
}, 120_000);

test('what is generated is typed, for Python 3.9 too', async () => {
  // The client library of Debian 12 has functions without types.
  const strict = ['--strict', '--allow-untyped-calls', '--allow-subclassing-any', '--cache-dir=/dev/null'];
  const others = ['--ignore-missing-imports', '--follow-imports=silent', '--python-version=3.9'];
  expect(await said('mypy', ...strict, ...others)).toMatch(/^Success: no issues found/);
}, 150_000);

test('no line is longer than 88 characters', async () => {
  const long = await withPackages(packages, async (folder) => {
    const python = await interpreter();
    const found = ['import glob, sys', 'print([p for p in glob.glob("*/*.py") for l in open(p) if len(l) > 89])'];
    return (await run(python.program, ['-c', found.join('\n')], { cwd: folder })).stdout;
  });
  expect(long.trim()).toBe('[]');
});

test('what each README imports is there', async () => {
  const program = `
import importlib, re, sys
for name in sys.argv[1:]:
    text = open(f"{name}/README.md").read()
    found = re.findall(r"from ([\\w.]+) import ([\\w, ]+)", text)
    assert found, name
    for module, words in found:
        for word in words.split(", "):
            if not hasattr(importlib.import_module(module), word):
                importlib.import_module(f"{module}.{word}")
print("all are there")
`;
  const stated = await withPackages(packages, async (folder) => {
    const python = await interpreter();
    const args = ['-c', program, ...Object.keys(packages)];
    const { stdout, stderr } = await run(python.program, args, { cwd: folder, env: environment(python, [folder]) });
    return stdout + stderr;
  });
  expect(stated.trim()).toBe('all are there');
}, 60_000);
