// The types of a synthesis, checked by TypeScript's native compiler beside it. What the compiler refuses is not published: esbuild only
// drops the types.
//
// Checked is the estate's main file, with all that it imports, by the estate's own tsconfig.json. A test that does not compile keeps
// nobody from publishing, nor does an import that nobody uses.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replace } from './replace.cjs';
import { installation, kept } from './setting.cjs';
import { compare, signed, signedAgain } from './signs.cjs';

const require = createRequire(import.meta.url);
/** Not tsconfig.json: esbuild would read that too, half written. */
const project = (word) => kept('synth', `${word}.tsconfig.json`);
const record = (word) => kept('synth', `${word}.json`);

/** What an estate without a tsconfig.json is held to. */
const usual = {
  ...{ target: 'ES2022', lib: ['ES2023'], module: 'preserve', moduleResolution: 'bundler' },
  ...{ strict: true, skipLibCheck: true, allowImportingTsExtensions: true, types: [] },
};

/** The tsconfig.json of a main file: beside it, else that of the estate's folder. */
const projectOf = (main) =>
  [join(dirname(main), 'tsconfig.json'), 'tsconfig.json'].map((file) => resolve(file)).find(existsSync);

/** What the compiler is asked of a main file. */
const projectText = (main, word) => {
  const own = projectOf(main);
  const said = own !== undefined;
  return JSON.stringify({
    ...(said && { extends: own }),
    compilerOptions: {
      ...(!said && usual),
      ...{ noEmit: true, incremental: true, tsBuildInfoFile: kept('synth', `${word}.tsbuildinfo`) },
      ...{ noUnusedLocals: false, noUnusedParameters: false, composite: false },
    },
    files: [resolve(main)],
    include: [],
  });
};

/** What the compiler's word depends on besides our sources and what it is asked: its release, the packages' types, the estate's own tsconfig. */
const around = (text) => {
  const { extends: own } = JSON.parse(text);
  return [...installation(), ...(own === undefined ? [] : [own]), fileURLToPath(import.meta.url)];
};

/** Whether it was asked the same, and all that it read is as it was, when it last had nothing to say. */
const isAsItWas = (text, word) => {
  if (!existsSync(record(word))) return false;
  const { asked, files, at } = JSON.parse(readFileSync(record(word), 'utf8'));
  const now = Date.now();
  let isSame = asked === text && around(text).every((file, i) => files[i * 5] === file);
  const isTouched = isSame && compare(files, at, () => !(isSame = false));
  if (isSame && isTouched)
    replace(record(word), JSON.stringify({ at: now, asked, files: signedAgain(files, now) }));
  return isSame;
};

/** Our own files among those that the compiler read, as it lists them: packages are known by their lock. */
const filesIn = (output) =>
  output
    .split('\n')
    .filter((line) => isAbsolute(line))
    .map((line) => relative('', line))
    .filter((file) => !file.startsWith('..') && !file.includes('node_modules/'));

/** Records that all is well; what was written since it began, the compiler may have read before. */
const keep = (text, paths, began, word) => {
  const earlier = existsSync(record(word)) ? JSON.parse(readFileSync(record(word), 'utf8')).files : [];
  const files = signed([...around(text), ...paths], began, undefined, earlier);
  replace(record(word), JSON.stringify({ at: Date.now(), asked: text, files }));
};

const compilerOf = () => {
  try {
    return join(dirname(require.resolve('typescript-native/package.json')), 'bin/tsc');
  } catch (error) {
    throw new Error('the compiler that checks types is not installed; install it anew: npm ci', {
      cause: error,
    });
  }
};

const compile = (word) =>
  new Promise((done) => {
    const args = [compilerOf(), '--project', project(word), '--pretty', 'false', '--listFiles'];
    execFile(process.execPath, args, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      done({ status: error === null ? 0 : error.code, output: `${stdout}${stderr}` });
    });
  });

/** What it says, fault by fault: a line that begins with the place, and lines under it that go on. */
const said = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+: .*(?:\n .*)*)/gm;
const faultsIn = (output) =>
  [...output.matchAll(said)].map(([, file = 'tsconfig.json', line = 1, column = 1, text]) => ({
    place: `${file}:${line}:${column}`,
    text,
  }));

/**
 * What the compiler refuses, each with its place: `{ place: 'apps/shop/alerts.ts:7:3', text: 'TS2322: Type …' }`. It is not asked where
 * nothing has changed since it last refused nothing.
 *
 * @param word What the files are called in which that is kept: those of a trial are others than the estate's.
 * @throws Error where it is not there, or ends without a word that can be read.
 */
export const typeFaults = async (main, word = 'types') => {
  mkdirSync(kept('synth'), { recursive: true });
  const text = projectText(main, word);
  if (!existsSync(project(word)) || readFileSync(project(word), 'utf8') !== text)
    replace(project(word), text);
  if (isAsItWas(text, word)) return [];
  const began = Date.now();
  const { status, output } = await compile(word);
  const faults = faultsIn(output);
  if (status === 0) keep(text, filesIn(output), began, word);
  else if (faults.length === 0)
    throw new Error(`the compiler that checks types ended with ${status}: ${output}`);
  return faults;
};
