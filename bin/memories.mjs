// What is remembered of applications that are not made: answers to the questions of a synthesis, by what they followed from.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace } from './replace.cjs';
import { keepRows, readRows, rowWriter, textAt, textsOf } from './rows.mjs';
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

/** Texts so short are read once: the same is asked of them again and again. */
const short = 256;

/** What is remembered of one application: `then`, as it is kept, where it is known by the same key, and what was answered in this run. */
const memoryOf = ({ then, columnOf, write, differ }) => {
  let row = then.isSame ? then.row : undefined;
  const said = new Map();
  const fresh = new Set();
  const answer = (question) => {
    const column = columnOf(question);
    const known = said.get(column);
    if (known !== undefined || row === undefined) return known;
    const text = textAt(row, column);
    if (text !== undefined && text.length < short) said.set(column, text);
    return text;
  };
  const remember = (question, text) => {
    const column = columnOf(question);
    said.set(column, text);
    fresh.add(column);
    if (then.row === undefined || textAt(then.row, column) !== text) differ(column, text);
  };
  /** Writes what was answered, and lets go of it. */
  const putAway = () => {
    if (fresh.size === 0) return;
    const before = row === undefined ? [] : textsOf(row);
    row = write(new Map([...before, ...[...fresh].map((column) => [column, said.get(column)])]));
    said.clear();
    fresh.clear();
  };
  const kept = () => {
    putAway();
    return row;
  };
  return { answer, remember, isSettled: then.isSame, putAway, kept };
};

/**
 * What was concluded of the answers of all: it holds as long as these are the same, which is told by their version.
 *
 * @param before What was concluded in an earlier run, by what it is called.
 */
const conclusionsOf = (before, versionOf) => {
  const used = {};
  const conclusion = (name, question, given) => {
    const known = used[name] ?? before[name];
    if (known === undefined || known.given !== given || known.version !== versionOf(question))
      return undefined;
    used[name] = known;
    return known.text;
  };
  const conclude = (name, question, given, text) => {
    used[name] = { given, version: versionOf(question), text };
  };
  return { conclusion, conclude, used };
};

const nothing = () => ({ version: randomUUID(), versions: {}, conclusions: {} });

/**
 * The memories of applications: `of(file, name)` that of one, and `keep(surroundings)`, which writes what was not remembered before.
 *
 * @param main The file of their estate.
 * @param surroundings Of what all of them follow: what was remembered of others is forgotten.
 * @param run A folder of this run.
 */
export const memoriesOf = (main, surroundings, { scripts, imports }, run) => {
  const index = join(folder(), `of-${main.replaceAll(/[^\w.-]/g, '_')}`);
  const read = readRows(index);
  const isAnew = read?.said.surroundings !== surroundings;
  const { said, columns, rows } = isAnew ? { said: nothing(), columns: new Map(), rows: new Map() } : read;
  const columnOf = (question) => {
    if (!columns.has(question)) columns.set(question, columns.size);
    return columns.get(question);
  };
  /** Answers that are others than they were, by their column. */
  const others = new Map();
  const versionOf = (question) => {
    const before = said.versions[question] ?? said.version;
    const now = others.get(columnOf(question));
    return now === undefined ? before : hashOf([before, [...now].sort()]);
  };
  const { conclusion, conclude, used } = conclusionsOf(said.conclusions, versionOf);
  const write = rowWriter(join(run, `rows-${randomUUID()}`));
  const all = new Map();
  const of = (file, name) => {
    const called = `${file} ${name}`;
    const key = hashOf([...reached(file, imports)].sort().map((each) => [each, scripts[each].sum]));
    const row = rows.get(called);
    const differ = (column, text) => {
      // what is remembered first is what it is
      if (isAnew) return;
      if (!others.has(column)) others.set(column, new Map());
      others.get(column).set(called, hashOf(text));
    };
    const memory = memoryOf({ then: { row, isSame: row?.key === key }, columnOf, write, differ });
    all.set(called, { memory, key });
    return { ...memory, together: { conclusion, conclude } };
  };
  const keep = (now) => {
    if (all.size === 0) return;
    const kept = [...all].map(([name, { memory, key }]) => [name, { ...memory.kept(), key }]);
    const versions = Object.fromEntries(
      [...columns].flatMap(([question]) => {
        const version = versionOf(question);
        return version === said.version ? [] : [[question, version]];
      }),
    );
    const told = { surroundings: now, version: said.version, versions, conclusions: used };
    const isSame =
      JSON.stringify(told) === JSON.stringify(said) &&
      kept.every(([name, row]) => rows.get(name)?.start === row.start && rows.get(name)?.file === row.file);
    if (!isSame) keepRows(index, { said: told, columns, rows: kept }, run);
  };
  return { of, keep };
};
