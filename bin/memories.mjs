// What is remembered of applications that are not made: answers to the questions of a synthesis, by what they followed from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace } from './replace.cjs';
import { installation, kept } from './setting.cjs';
import { sumOf } from './signs.cjs';

const folder = () => kept('synth', 'applications');
const knownFile = () => join(folder(), 'known.json');

const hashOf = (parts) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * What is known of an estate's files from earlier runs: `applications`, the names by which each file exports applications; `others`, the sums
 * of those of which something else is used too; `names`, what applications are called; `env` and `files`, what was read beside sources.
 */
export const knownBefore = (main) => {
  const { [main]: known } = read(knownFile()) ?? {};
  return { applications: {}, others: {}, names: {}, env: [], files: [], ...known };
};

/** @param known see `knownBefore`. */
export const keepKnown = (main, known) => {
  mkdirSync(folder(), { recursive: true });
  const all = read(knownFile()) ?? {};
  if (JSON.stringify(all[main]) !== JSON.stringify(known))
    replace(knownFile(), JSON.stringify({ ...all, [main]: known }));
};

/** The files from which `start` can be reached, itself among them; beyond those at which it ends nothing is looked for. */
export const reached = (start, imports, isEnd = () => false) => {
  const found = new Set();
  const rest = [start];
  for (let file = rest.pop(); file !== undefined; file = rest.pop()) {
    if (found.has(file) || isEnd(file)) continue;
    found.add(file);
    rest.push(...(imports.get(file)?.values() ?? []));
  }
  return found;
};

/** What all answers follow from beside an application's own files: the library, packages, Node, what else of the estate is read. */
export const surroundingsOf = ({ names, env, files }, { scripts, library, frame }) =>
  hashOf([
    ...[process.version, process.arch, library],
    installation().map((file) => sumOf(file)),
    [...frame].sort().map((file) => [file, scripts[file].sum]),
    Object.entries(names).sort(),
    [...env].sort().map((name) => [name, process.env[name] ?? null]),
    [...files].sort().map((file) => [file, sumOf(file)]),
  ]);

/**
 * The memories of applications: `of(file, name)` that of one, and `keep(surroundings)`, which writes what was not remembered before.
 *
 * @param surroundings Of what all of them follow: what was remembered of others is forgotten.
 */
export const memoriesOf = (surroundings, { scripts, imports }) => {
  const all = [];
  const of = (file, name) => {
    const path = join(folder(), `${hashOf([file, name])}.json`);
    const key = hashOf([...reached(file, imports)].sort().map((each) => [each, scripts[each].sum]));
    let answers;
    let isNew = false;
    const load = () => {
      const before = read(path);
      const isSame = before?.surroundings === surroundings && before.key === key;
      isNew = !isSame;
      return isSame ? before.answers : {};
    };
    const known = () => (answers ??= load());
    const keep = (now) => {
      if (answers !== undefined && (isNew || now !== surroundings))
        replace(path, JSON.stringify({ surroundings: now, key, answers }));
    };
    all.push(keep);
    return {
      answer: (question) => known()[question],
      remember: (question, answer) => {
        known()[question] = answer;
        isNew = true;
      },
    };
  };
  const keep = (now) => {
    mkdirSync(folder(), { recursive: true });
    for (const each of all) each(now);
  };
  return { of, keep };
};
