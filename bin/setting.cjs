// Where the command runs: the estate's folder, what package.json says of it, and whether the product runs from its own sources.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/** The folder of the product. */
const own = join(__dirname, '..');

/** What package.json says of the estate. One that cannot be read ends the run: nothing is known without it. */
const configOf = (folder) => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')).cheomseong ?? {};
  } catch (error) {
    console.error(`${file} cannot be read as JSON: ${error.message}`);
    return process.exit(2);
  }
};

const mainOf = (folder) => configOf(folder).main ?? 'main.ts';

/** The nearest folder from `folder` upwards in which an estate stands; `folder` where there is none. */
const rootFrom = (folder) => {
  const above = (each) =>
    existsSync(join(each, mainOf(each))) || each === dirname(each) ? each : above(dirname(each));
  const found = above(folder);
  return existsSync(join(found, mainOf(found))) ? found : folder;
};

/**
 * The setting of a run: `root`, the estate's folder; `main`, the file that exports the estate, from there; `library`, the folder of the
 * product's own sources where it runs from them, as in its own repository; `typed`, the folder in which somebody typed the command.
 */
const settingOf = () => {
  const typed = process.env.INIT_CWD ?? process.cwd();
  const root = rootFrom(process.cwd());
  const { cache } = configOf(root);
  if (cache !== undefined) process.env.CHEOMSEONG_CACHE ??= resolve(root, cache);
  const library = root === resolve(own) && existsSync(join(own, 'src/index.ts')) ? 'src' : undefined;
  return { root, main: mainOf(root), library, typed };
};

/** Where is kept what is of one estate: the library's `kept` of src/ground/cache.ts. */
const kept = (...names) =>
  resolve(process.env.CHEOMSEONG_CACHE ?? join('node_modules', '.cache', 'cheomseong'), ...names);

const locks = [
  ...['node_modules/.package-lock.json', 'node_modules/.yarn-state.yml', 'node_modules/.modules.yaml'],
  ...['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'package.json'],
];

/** The files that tell which packages are installed, of every package manager: of the estate's folder, and of a workspace around it. */
const installation = () => {
  const folders = [process.cwd()];
  for (let folder = dirname(process.cwd()); folder !== dirname(folder); folder = dirname(folder))
    folders.push(folder);
  return [
    ...folders.flatMap((folder) => locks.map((name) => join(folder, name))),
    join(own, 'package.json'),
  ].filter(existsSync);
};

exports.own = own;
exports.settingOf = settingOf;
exports.kept = kept;
exports.installation = installation;
