// The declarations of the library: of its public words, and of what these are made of.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Grafana's SDK brings builders with its types, ten times as long, of which we use none. */
const builders = /^export (type )?\* from '\.\/\w+Builder\.gen';\n/gm;
const text = (file) => readFileSync(file, 'utf8');
const packageOf = (name) => /^(@[^/]+\/)?[^/]+/.exec(name)[0];
const below = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => join(folder, path));

/** A declaration of which each import is of another name. */
const renamed = (declaration, nameOf) =>
  ts
    .preProcessFile(declaration)
    .importedFiles.toReversed()
    .reduce((whole, { fileName, pos, end }) => {
      // the quote before the name is counted, the one after it is not
      return `${whole.slice(0, pos + 1)}${nameOf(fileName)}${whole.slice(end + 1)}`;
    }, declaration);

/** Where a package keeps the declarations of what is imported from it: `exports` without wildcards, or files by their path. */
const declarationsOf = (root, name) => {
  const owner = packageOf(name);
  const folder = join(root, 'node_modules', owner);
  const { exports = {} } = JSON.parse(text(join(folder, 'package.json')));
  const path = `.${name.slice(owner.length)}`;
  const types = exports[path]?.types ?? `${path}.d.ts`;
  return join(folder, types);
};

/** What a declaration that was borrowed imports from one beside it: a file, or the index of a folder. */
const beside = (file, path) => {
  const base = join(dirname(file), path.replace(/\.js$/, ''));
  return [`${base}.d.ts`, join(base, 'index.d.ts')].find(existsSync);
};

/**
 * Leaves in `lib` what can be reached from the entries, and takes into it what that imports from packages of which users install nothing.
 *
 * @param installed the packages that users install with us.
 * @throws Error where a file is missing that is imported.
 */
export const settleDeclarations = ({ root, lib, entries, installed }) => {
  const reached = new Set();
  const borrowed = new Set();

  /** How what is imported is called in `lib`. */
  const settled = (file, path) => {
    // programs are packed as they are, with their declarations beside them
    if (path.startsWith('#bin/')) return path;
    if (path.startsWith('#')) return visit(join(lib, path.slice(1).replace(/\.js$/, '.d.ts')), path);
    if (path.startsWith('.')) {
      const target = beside(file, path);
      if (target === undefined) throw new Error(`${file} imports ${path}, which is not there`);
      return visit(target, path);
    }
    if (isBuiltin(path) || installed.includes(packageOf(path))) return path;
    return visit(declarationsOf(root, path), path);
  };

  const visit = (file, path) => {
    const isOurs = file.startsWith(`${lib}/`);
    const modules = join(root, 'node_modules/');
    const home = isOurs ? file : join(lib, 'borrowed', relative(modules, file));
    const called = isOurs ? path : `#${relative(lib, home).replace(/\.d\.ts$/, '.js')}`;
    if (reached.has(home)) return called;
    reached.add(home);
    if (!isOurs) borrowed.add(packageOf(relative(modules, file)));
    const declaration = isOurs ? text(file) : text(file).replaceAll(builders, '');
    const whole = renamed(declaration, (name) => settled(file, name));
    mkdirSync(dirname(home), { recursive: true });
    writeFileSync(home, whole);
    return called;
  };

  for (const entry of entries) visit(entry, '');
  for (const file of below(lib)) if (!reached.has(file)) rmSync(file);
  return [...borrowed];
};
