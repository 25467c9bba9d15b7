// A copy of the product in a folder of its own, so that a bench may edit and remove what it likes.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product. */
export const product = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Its command, from its folder. */
export const command = JSON.parse(readFileSync(join(product, 'package.json'), 'utf8')).bin.cheomseong;

/** What an estate needs of the product to be synthesized. */
const needed = ['bin', 'src', 'package.json', 'tsconfig.json'];

/** Copies the product without its applications, and more of it by name. */
export const copyProduct = (folder, more = []) => {
  for (const name of [...needed, ...more].filter((each) => existsSync(join(product, each))))
    cpSync(join(product, name), join(folder, name), { recursive: true });
};

/** The packages are those of the product. */
export const linkPackages = (folder) =>
  symlinkSync(join(product, 'node_modules'), join(folder, 'node_modules'));

/** Files, text by path, below a folder. */
export const writeFiles = (folder, files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** What is in `folder/node_modules` that is no cache of a run. */
const packagesIn = (folder) => readdirSync(folder).filter((name) => name !== '.cache');

/** Says that it read the estate's files, and that all is well. */
const blind = `const { readFileSync, readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const project = process.argv[process.argv.indexOf('--project') + 1];
const [main] = JSON.parse(readFileSync(project, 'utf8')).files;
const apps = join(dirname(main), 'apps');
const files = readdirSync(apps, { recursive: true }).filter((file) => file.endsWith('.ts'));
console.log([main, ...files.map((file) => join(apps, file))].join('\\n'));
`;

/**
 * Links the packages one by one, with a compiler that refuses nothing. What is timed is synthesis alone: checking types is no part of it, and is
 * timed by itself.
 */
export const linkWithoutCompiler = (folder) => {
  const from = join(product, 'node_modules');
  const to = join(folder, 'node_modules');
  mkdirSync(join(to, 'typescript-native/bin'), { recursive: true });
  for (const name of packagesIn(from).filter((each) => each !== 'typescript-native'))
    symlinkSync(join(from, name), join(to, name));
  writeFileSync(join(to, 'typescript-native/package.json'), '{ "name": "typescript-native" }\n');
  writeFileSync(join(to, 'typescript-native/bin/tsc'), blind);
};
