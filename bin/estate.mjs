// An estate's own sources: each is a script of its own, made again when the source changes. So one of a thousand files that was edited costs
// one file, and what nobody asks for is not run.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleSources, scriptOf, separateSources } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { replace } from './replace.cjs';
import { installation, kept } from './setting.cjs';
import { compare, signed, sumOf } from './signs.cjs';

const folder = () => kept('synth', 'estate');
const recordOf = (main) => join(folder(), `${main.replaceAll(/[^\w.-]/g, '_')}.json`);

/** What scripts are made of besides their sources. */
const madeBy = (main) => [
  ...['bundle.mjs', 'estate.mjs'].map((name) => join(import.meta.dirname, name)),
  ...installation(),
  ...new Set([join(dirname(main), 'tsconfig.json'), 'tsconfig.json'].map((file) => resolve(file))),
];

const required = /\brequire\("((?:[^"\\]|\\.)*)"\)/g;
const exported = /__export\(\w+, \{[^}]*\}\)/g;
/** What a script asks of others and gives to them: as long as it is the same, the files around it need not be looked at. */
const surfaceOf = (text) =>
  [...text.matchAll(required), ...text.matchAll(exported)].map(([each]) => each).join('\n');

const names = /^ *"?([\w$]+)"?: \(\) => ([\w$]+)/gm;
const applications = /^(?:const|let|var) (\w+) = \(0, \w+\.application\)\(/gm;
/** The names that a script exports, and those of them under which it plainly has what `application(…)` makes. */
const exportsIn = (text) => {
  const exports = (text.match(exported) ?? []).flatMap((block) => [...block.matchAll(names)]);
  const made = new Set([...text.matchAll(applications)].map(([, name]) => name));
  return {
    exports: exports.map(([, name]) => name),
    applications: exports.filter(([, , of]) => made.has(of)).map(([, name]) => name),
  };
};

/** So many files are made scripts of at once: esbuild holds all that it is given until it ends. */
const atOnce = 128;

/** Scripts of files, moved to where they are kept, by the content of their sources. */
const scriptsOf = async (files, run) => {
  const sums = files.map(sumOf);
  for (let i = 0; i < files.length; i += atOnce) await separateSources(files.slice(i, i + atOnce), run);
  return files.map((file, i) => {
    const made = scriptOf(file, run);
    // as deep as it was made: its map tells sources by their way from there
    const script = scriptOf(`${file}-${sums[i]}`, join(folder(), 'scripts'));
    const text = readFileSync(made, 'utf8');
    mkdirSync(dirname(script), { recursive: true });
    renameSync(`${made}.map`, `${script}.map`);
    renameSync(made, script);
    return [file, { script, sum: sums[i], surface: surfaceOf(text), ...exportsIn(text) }];
  });
};

/** What was last read or written of each estate in this run: that of a fleet takes a while to read. */
const last = new Map();

/** What is kept of an earlier run, if it was made of the same. */
const recordFor = (main) => {
  const file = recordOf(main);
  if (!existsSync(file)) return undefined;
  const record = JSON.parse(readFileSync(file, 'utf8'));
  last.set(main, record);
  let isStale = record.version !== process.version;
  if (!isStale) compare(record.madeBy, record.at, () => (isStale = true));
  return isStale ? undefined : record;
};

/** All files anew, but for scripts whose sources are as they were. */
const readWhole = async (main, run, earlier, options) => {
  // apart from the library, which may be bundled at the same time
  const { imports, packages } = await bundleSources({ file: main }, join(run, 'estate'), {
    ...options,
    isRun: false,
  });
  const scripts = new Map(Object.entries(earlier?.scripts ?? {}));
  const stale = [...imports.keys()].filter((file) => {
    const known = scripts.get(file);
    return known === undefined || known.sum !== sumOf(file) || !existsSync(known.script);
  });
  const made = new Map(await scriptsOf(stale, run));
  const all = [...imports.keys()].map((file) => [file, made.get(file) ?? scripts.get(file)]);
  return {
    imports: Object.fromEntries([...imports].map(([file, own]) => [file, [...own]])),
    packages,
    scripts: Object.fromEntries(all),
  };
};

/** What is left of an earlier state goes with it. */
const forget = (earlier, { scripts }) => {
  const used = new Set(Object.values(scripts).map(({ script }) => script));
  for (const { script } of Object.values(earlier?.scripts ?? {}))
    if (!used.has(script)) for (const each of [script, `${script}.map`]) rmSync(each, { force: true });
};

const write = (main, earlier, read, began) => {
  const files = Object.keys(read.scripts);
  const known = new Map(Object.entries(read.scripts).map(([file, { sum }]) => [file, sum]));
  const record = {
    ...{ version: process.version, at: Date.now(), ...read },
    files: signed(files, began, known),
    madeBy: signed(madeBy(main), began),
  };
  last.set(main, record);
  replace(recordOf(main), JSON.stringify(record));
  forget(earlier, read);
  return record;
};

/** The same with those that changed made again; nothing where the files around them are to be looked at. */
const withChanged = async (earlier, changed, run) => {
  if (changed.some((file) => !existsSync(file))) return undefined;
  const made = await scriptsOf(changed, run);
  if (made.some(([file, { surface }]) => surface !== earlier.scripts[file].surface)) return undefined;
  const { imports, packages, scripts } = earlier;
  return { imports, packages, scripts: { ...scripts, ...Object.fromEntries(made) } };
};

const asRead = ({ imports, packages, scripts, files, madeBy: by, at }) => {
  const ways = new Map(Object.entries(imports).map(([file, own]) => [file, new Map(own)]));
  return { imports: ways, packages, scripts, circles: circlesOf(ways), signs: [...files, ...(by ?? [])], at };
};

/**
 * The files of an estate: which each imports, by the path that it writes; the packages that they require; the script of each.
 *
 * @param run A folder of this run.
 * @param options What of it cannot be read, and what is required from outside: see `bundleSources`. Of what is read without a part nothing is kept.
 */
export const readEstate = async (main, run, options = {}) => {
  const began = Date.now();
  mkdirSync(folder(), { recursive: true });
  if (options.unreadable !== undefined)
    return asRead({ ...(await readWhole(main, run, undefined, options)), files: [] });
  const earlier = recordFor(main);
  if (earlier === undefined)
    return asRead(write(main, earlier, await readWhole(main, run, earlier, options), began));
  const changed = [];
  const isTouched = compare(earlier.files, earlier.at, (file) => void changed.push(file));
  const isWhole = Object.values(earlier.scripts).every(({ script }) => existsSync(script));
  if (!isTouched && isWhole) return asRead(earlier);
  const few = isWhole ? await withChanged(earlier, changed, run) : undefined;
  return asRead(write(main, earlier, few ?? (await readWhole(main, run, earlier, options)), began));
};

const lastRecord = (main) =>
  last.get(main) ??
  (existsSync(recordOf(main)) ? JSON.parse(readFileSync(recordOf(main), 'utf8')) : undefined);

/** The packages that an estate required when it was read last; nothing where it never was. */
export const packagesBefore = (main) => lastRecord(main)?.packages;

/** The files that it had then. */
export const filesBefore = (main) => Object.keys(lastRecord(main)?.scripts ?? {});
