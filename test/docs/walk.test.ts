import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Packed, pack } from '../package/packed.js';
import { blocksOf } from './page.js';
import { type Step, shownBy, stepOf } from './walk/step.js';

const pages = ['docs/first-ten-minutes.md', 'docs/ko/first-ten-minutes.md'];
/** What a reader types that is not ours: it is left out, and what it leaves is there. */
const others = /^(mkdir|npm install|curl) /;

let packed: Packed | undefined;
beforeAll(() => {
  packed = pack();
}, 120_000);
afterAll(() => packed?.remove());

/** What a command line prints in the reader's folder. */
const ran = (line: string, folder: string): string => {
  const [program = '', ...args] = line.replace(/^npx cheomseong/, 'node node_modules/cheomseong/bin/cheomseong.mjs').split(' ');
  const env = { ...process.env, LANG: 'C.UTF-8', INIT_CWD: folder };
  const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  return stdout + stderr;
};

describe.each(pages)('%s, as its reader does it', (page) => {
  let printed = '';

  const take = (step: Step, folder: string): void => {
    if (step.does === 'write') {
      mkdirSync(dirname(join(folder, step.file)), { recursive: true });
      writeFileSync(join(folder, step.file), step.text);
    } else if (step.does === 'change') {
      const text = readFileSync(join(folder, step.file), 'utf8');
      expect(text).toContain(step.from);
      writeFileSync(join(folder, step.file), text.replace(step.from, step.to));
    } else if (step.does === 'run') {
      const [last = ''] = step.lines.slice(-1);
      const own = step.lines.filter((line) => !others.test(line));
      printed = own.map((line) => ran(line, folder)).join('');
      expect(last).not.toBe('');
    } else expect(printed.trim()).toMatch(shownBy(step.text));
  };

  test.each(blocksOf(page).map((block, i) => [i + 1, stepOf(block)] as const))(
    'step %i: $does',
    (_, step) => take(step, packed?.user ?? ''),
    120_000,
  );
});
