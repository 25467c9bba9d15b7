// `node test/bench/public-alerts.mjs FOLDER`: how far alerts that others published are proven, as the table of docs/any-rule-file.md. A folder of rule
// files for each collection; they stay outside this repository. An alert that several files have is counted once, by its expression.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder of the collections');
const collections = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const kept = mkdtempSync(join(tmpdir(), 'public-alerts-'));

/** The alerts of a collection, each expression once: proven, where it is that in any file. */
const alertsOf = (name) => {
  const file = join(kept, 'said.json');
  const args = ['bin/cheomseong.mjs', 'prove', join(folder, name), ...more, '--format', `json=${file}`];
  spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const { runs } = JSON.parse(readFileSync(file, 'utf8'));
  const distinct = new Map();
  for (const { expr, verdict } of runs[0].alerts) {
    const key = expr.replaceAll(/\s+/g, '');
    if (distinct.get(key) !== 'proven') distinct.set(key, verdict);
  }
  return distinct;
};

const rowOf = (name, distinct) => {
  const verdicts = [...distinct.values()];
  const count = (...kinds) => verdicts.filter((verdict) => kinds.includes(verdict)).length;
  const share = (100 * count('proven', 'always fires')) / verdicts.length;
  const cells = [
    ...[verdicts.length, count('proven', 'always fires'), count('cannot fire'), count('not found')],
    ...[count('not judged', 'refused'), `${share.toFixed(1)}%`],
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
};

const found = collections.map(({ name }) => [name, alertsOf(name)]);
rmSync(kept, { recursive: true });
const all = new Map(found.flatMap(([, distinct]) => [...distinct]));
const lines = [
  '| collection | alerts | proven | cannot fire | not found | not judged | share proven |',
  '| --- | --: | --: | --: | --: | --: | --: |',
  ...found.map(([name, distinct]) => rowOf(name, distinct)),
  rowOf('all, each once', all),
];
console.log(lines.join('\n'));
