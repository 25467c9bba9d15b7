// The product's own sources, where it runs from them: one script, bundled again when one of them changes, with the machine code that V8
// made of it. Where it is installed it is a package among the others.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { bundleSources } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { once } from './packages.mjs';
import { replace } from './replace.cjs';
import { runScript, scriptText } from './script.mjs';
import { installation, kept } from './setting.cjs';
import { compare, signed, signedAgain } from './signs.cjs';

/** Whether something is required of the library. */
export const isLibrary = (name) => name === 'cheomseong' || name.startsWith('cheomseong/');

/** What the command is made of: an estate needs none of it. */
const ofCommand = ['command', 'synthesis'];

/**
 * By which names an estate and the command require it, each with its file. What runs `synth` is a script of its own, half as large as all.
 *
 * @param part `synthesis`, or `command` for all words of it.
 */
const wordsOf = (library, part) => {
  const named = (file) => basename(file, '.ts');
  const words = readdirSync(join(library, 'public'))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !ofCommand.includes(named(file)) || named(file) === part);
  return [
    ['cheomseong', `./${library}/index.ts`],
    ...words.map((file) => [`cheomseong/${named(file)}`, `./${library}/public/${file}`]),
    ...(part === 'command' ? [['command/files', `./${library}/command/files.ts`]] : []),
  ];
};

/** Each is run when it is first required. */
const entryText = (library, part) => {
  const modules = wordsOf(library, part).map(
    ([name, file]) => `${JSON.stringify(name)}: once(() => require(${JSON.stringify(file)}))`,
  );
  return `${once} module.exports = {${modules.join(',')}};`;
};

const recordOf = (folder, part) => join(folder, `${part}.json`);

/** What the script is made of besides its sources. */
const madeBy = () => [
  ...['bundle.mjs', 'library.mjs', 'packages.mjs', 'script.mjs'].map((name) =>
    join(import.meta.dirname, name),
  ),
  ...[...installation(), 'tsconfig.json'].map((file) => resolve(file)),
];

/** What was bundled, if it is as it would be bundled now. */
const keptIn = (folder, part) => {
  const file = recordOf(folder, part);
  if (!existsSync(file)) return undefined;
  const record = JSON.parse(readFileSync(file, 'utf8'));
  const now = Date.now();
  let isStale = record.version !== process.version || !existsSync(record.script);
  const isTouched = !isStale && compare(record.files, record.at, () => (isStale = true));
  if (isStale) return undefined;
  if (!isTouched) return record;
  const fresh = { ...record, at: now, files: signedAgain(record.files, now) };
  replace(file, JSON.stringify(fresh));
  return fresh;
};

/** So many are kept: that of now, and those of other states to which one comes back. */
const most = 5;
const forget = (folder) => {
  const time = (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const made = readdirSync(folder).filter((name) => /^[\w-]{12}$/.test(name));
  for (const name of made.sort((a, b) => time(b) - time(a)).slice(most))
    rmSync(join(folder, name), { recursive: true, force: true });
};

/** Bundled into a folder of this run, and moved to where it is kept, by its content. */
const bundled = async (library, part, folder, run) => {
  const began = Date.now();
  const { script, imports, packages } = await bundleSources({ text: entryText(library, part) }, run, {
    more: ['--minify-whitespace'],
  });
  const text = scriptText(readFileSync(script, 'utf8'));
  const sum = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  // as deep as it was made: its map tells sources by their way from there
  const name = join(folder, sum, 'library.js');
  mkdirSync(dirname(name), { recursive: true });
  renameSync(`${script}.map`, `${name}.map`);
  replace(name, text);
  const sources = [...imports.keys()].filter((file) => file !== '<stdin>');
  const record = {
    ...{ version: process.version, at: Date.now(), script: name, packages, circles: circlesOf(imports) },
    files: signed([...sources, ...madeBy()], began),
  };
  replace(recordOf(folder, part), JSON.stringify(record));
  forget(folder);
  return record;
};

/**
 * The library as a script that is kept: `{ script, packages, circles, files }`, with the packages that it requires, and the signs of all files
 * that it is made of.
 *
 * @param run A folder of this run.
 */
export const readLibrary = async (library, part, run) => {
  const folder = kept('synth', 'library');
  return keptIn(folder, part) ?? (await bundled(library, part, folder, run));
};

/** The words of the library by name, each made when it is first required, and what keeps V8's work on them for the next run. */
export const runLibrary = ({ script }, cache, load) => {
  const codeFile = join(cache, `library-${basename(dirname(script))}.code`);
  const { exported, isKept, keepCode: keep } = runScript(script, codeFile, load);
  const keepCode = () => {
    if (isKept) return;
    keep();
    for (const name of readdirSync(cache))
      if (name.startsWith('library-') && join(cache, name) !== codeFile)
        rmSync(join(cache, name), { force: true });
  };
  return { modules: exported, keepCode };
};
