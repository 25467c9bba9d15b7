// The types of a synthesis, checked by TypeScript's native compiler beside it. What the compiler refuses is not published: esbuild only
// drops the types.
//
// Checked is what tsconfig.synth.json names: what is synthesized, with all that it imports. A test that does not compile keeps nobody
// from publishing; `npm run check` looks at tests too.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const project = 'tsconfig.synth.json';
const record = '.cache/synth/types.json';

/** What the compiler's word depends on besides our sources: its release, the packages' types, what it is asked. */
const asked = [
  'node_modules/.package-lock.json',
  'package.json',
  'tsconfig.json',
  project,
  fileURLToPath(import.meta.url),
];

/** The content of files; nothing where one is gone. */
const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!existsSync(file)) return undefined;
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

/** Whether all that the compiler read is as it was when it last had nothing to say. */
const isAsItWas = () => {
  if (!existsSync(record)) return false;
  const { files, hash } = JSON.parse(readFileSync(record, 'utf8'));
  return hashOf([...asked, ...files]) === hash;
};

/** Our own files among those that the compiler read, as it lists them: packages are known by their lock. */
const filesIn = (output) =>
  output
    .split('\n')
    .filter((line) => isAbsolute(line))
    .map((line) => relative('', line))
    .filter((file) => !file.startsWith('..') && !file.startsWith('node_modules'));

/** Records that all is well, unless something was written since: the compiler may have read it before. */
const keep = (files, began) => {
  if ([...asked, ...files].some((file) => statSync(file).ctimeMs >= began)) return;
  writeFileSync(`${record}.${process.pid}`, JSON.stringify({ hash: hashOf([...asked, ...files]), files }));
  renameSync(`${record}.${process.pid}`, record);
};

const compilerOf = () => {
  try {
    return join(dirname(require.resolve('typescript-native/package.json')), 'bin/tsc');
  } catch (error) {
    throw new Error('the compiler that checks types is not installed; run npm ci', { cause: error });
  }
};

const compile = () =>
  new Promise((done) => {
    const args = [compilerOf(), '--project', project, '--pretty', 'false', '--listFiles'];
    execFile(process.execPath, args, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      done({ status: error === null ? 0 : error.code, output: `${stdout}${stderr}` });
    });
  });

/** What it says, fault by fault: a line that begins with the place, and lines under it that go on. */
const said = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+: .*(?:\n .*)*)/gm;
const faultsIn = (output) =>
  [...output.matchAll(said)].map(([, file = project, line = 1, column = 1, text]) => ({
    place: `${file}:${line}:${column}`,
    text,
  }));

/**
 * What the compiler refuses, each with its place: `{ place: 'apps/shop/alerts.ts:7:3', text: 'TS2322: Type …' }`. It is not asked where
 * nothing has changed since it last refused nothing.
 *
 * @throws Error where it is not there, or ends without a word that can be read.
 */
export const typeFaults = async () => {
  if (isAsItWas()) return [];
  const began = Date.now();
  const { status, output } = await compile();
  const faults = faultsIn(output);
  if (status === 0) keep(filesIn(output), began);
  else if (faults.length === 0)
    throw new Error(`the compiler that checks types ended with ${status}: ${output}`);
  return faults;
};
