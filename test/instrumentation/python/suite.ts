import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '#proof/tools/run.js';
import { environment, interpreter, support } from './interpreter.js';
import { type Packages, withPackages } from './written.js';

/** What a suite of Python says: nothing of each sentence that holds, else why it does not; and texts that are looked at here. */
export interface Said {
  readonly sentences: Readonly<Record<string, string | null>>;
  readonly texts: Readonly<Record<string, string>>;
}

const suites = fileURLToPath(new URL('suites', import.meta.url));

/** The first line of each test's docstring. */
const sentencesOf = (file: string): readonly string[] =>
  [...readFileSync(`${suites}/${file}.py`, 'utf8').matchAll(/def test_\w+\(self\)[^:]*:\n +"""(.*)"""/g)].map(
    ([, sentence = '']) => sentence,
  );

/** Runs suites in one process of Python, with packages that are generated for it: once, when it is first asked. */
export const saidBy = (files: readonly string[], packages: Packages): (() => Promise<Said>) => {
  let said: Promise<Said> | undefined;
  return () =>
    (said ??= withPackages(packages, async (folder) => {
      const python = await interpreter();
      const told = join(folder, 'told.json');
      const { stdout, stderr } = await run(python.program, ['-m', 'told', told, ...files], {
        cwd: folder,
        env: environment(python, [folder, suites, support]),
        timeout: 120_000,
      });
      if (!existsSync(told)) throw new Error(`Python told nothing:\n${stdout}\n${stderr}`);
      return JSON.parse(readFileSync(told, 'utf8')) as Said;
    }));
};

/** The same, of which each test is one here. */
export const suite = (files: readonly string[], packages: Packages): (() => Promise<Said>) => {
  const said = saidBy(files, packages);
  test.each(files.flatMap(sentencesOf))(
    '%s',
    async (sentence) => {
      const { sentences } = await said();
      expect({ sentence, why: sentences[sentence] }).toEqual({ sentence, why: null });
    },
    150_000,
  );
  return said;
};
