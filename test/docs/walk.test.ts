import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Packed, pack } from '../package/packed.js';
import { blocksOf, walked } from './page.js';
import { type Step, shownBy, stepOf } from './walk/step.js';

/** What a reader types that is not ours: it is left out, and what it leaves is there. */
const others = /^(mkdir|npm install|curl) /;

let packed: Packed | undefined;
beforeAll(() => {
  packed = pack();
  const programs = join(packed.user, 'node_modules', '.bin');
  mkdirSync(programs);
  // As npm does it.
  symlinkSync('../cheomseong/bin/cheomseong.mjs', join(programs, 'cheomseong'));
  chmodSync(join(programs, 'cheomseong'), 0o755);
}, 120_000);
afterAll(() => packed?.remove());

/** What a command line prints in the reader's folder, and whether it was well. */
const ran = (line: string, folder: string): { readonly printed: string; readonly status: number | null } => {
  const [program = '', ...args] = line
    .replace(/^npx cheomseong/, 'node node_modules/cheomseong/bin/cheomseong.mjs')
    .split(' ');
  const env = { ...process.env, INIT_CWD: folder, CHEOMSEONG_CACHE: join(folder, '.cache') };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  return { status, printed: stdout + stderr };
};

/** A folder in which the package is installed, and nothing else is. */
const installedIn = (user: string, page: string): string => {
  const folder = join(user, basename(dirname(page)), 'monitoring');
  mkdirSync(join(folder, '.cache'), { recursive: true });
  symlinkSync(join(user, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "devDependencies": { "cheomseong": "0.0.0" } }\n');
  // What was fetched, and what promtool has answered.
  for (const kept of ['tools', 'proofs'].filter((name) => existsSync(join('.cache', name))))
    symlinkSync(resolve('.cache', kept), join(folder, '.cache', kept));
  return folder;
};

describe.each(walked)('%s, as its reader does it', (page) => {
  let folder = '';
  let printed = '';
  beforeAll(() => {
    folder = installedIn(packed?.user ?? '', page);
  });

  const take = (step: Step, isShown: boolean): void => {
    if (step.does === 'write') {
      mkdirSync(dirname(join(folder, step.file)), { recursive: true });
      writeFileSync(join(folder, step.file), step.text);
    } else if (step.does === 'change') {
      const text = readFileSync(join(folder, step.file), 'utf8');
      expect(text).toContain(step.from);
      writeFileSync(join(folder, step.file), text.replace(step.from, step.to));
    } else if (step.does === 'run') {
      const all = step.lines.filter((line) => !others.test(line)).map((line) => ran(line, folder));
      printed = all.map((each) => each.printed).join('');
      // What goes wrong on purpose is shown.
      if (!isShown) expect(all.filter(({ status }) => status !== 0)).toEqual([]);
    } else expect(printed.trim()).toMatch(shownBy(step.text));
  };

  const steps = blocksOf(page).map(stepOf);
  const numbered = steps.map((step, i) => [i + 1, step.does, step] as const);
  test.each(numbered)(
    'step %i: %s',
    (number, _, step) => take(step, steps[number]?.does === 'read'),
    120_000,
  );
});
