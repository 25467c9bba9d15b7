// The estate of this repository, edited as people edit it.
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProduct, linkWithoutCompiler } from './product.mjs';
import { other, replaceIn } from './edit.mjs';

const own = [
  ...['apps', 'main.ts', 'dist', 'instrumentation', 'drills.jsonl', 'proofs.lock'],
  ...['docs/runbooks', 'docs/secrets'],
];

/** Writes it into a folder. */
export const writeFive = (folder) => {
  copyProduct(folder, own);
  linkWithoutCompiler(folder);
};

const editEvery = (folder, round) => {
  for (const name of readdirSync(join(folder, 'apps'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  )) {
    const file = join(folder, 'apps', name.name, 'index.ts');
    const text = readFileSync(file, 'utf8').replace(/\nexport const round = .*\n$/, '\n');
    writeFileSync(file, `${text.trimEnd()}\nexport const round = ${round};\n`);
  }
};

/** The rows of its table: `before` makes the state in which it is timed, `after` ends it. */
export const rowsOfFive = (folder) => {
  const [cache, aside] = ['.cache', '.aside'].map((name) => join(folder, name));
  return [
    { name: 'nothing changed' },
    { name: 'nothing changed, by npm run', command: ['npm', 'run', 'synth'] },
    {
      name: 'one application edited',
      before: (round) => replaceIn(join(folder, 'apps/observer/alerts.ts'), other(round)),
      typed: true,
    },
    { name: 'all made anew, library unchanged', before: (round) => editEvery(folder, round), typed: true },
    {
      name: 'first after npm ci',
      before: () => renameSync(cache, aside),
      typed: true,
      after: () => {
        rmSync(cache, { recursive: true });
        renameSync(aside, cache);
      },
    },
  ];
};
