// What the command says and does is in the library; here only what it needs is found and loaded.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { forgetAll } from './fresh.mjs';
import { namesFiles } from './rule-files.mjs';
import { pageOf } from './pages.mjs';
import { own, settingOf } from './setting.cjs';

const args = process.argv.slice(2);
const [verb] = args;
const isHelp = args.some((each) => each === '--help' || each === '-h');
const setting = settingOf();
const { root, typed } = setting;
const { NO_COLOR } = process.env;
const terminal = (stream) => ({ write: (text) => void stream.write(text), isTTY: stream.isTTY === true });
const surface = {
  out: terminal(process.stdout),
  err: terminal(process.stderr),
  colour: process.stdout.isTTY === true && !NO_COLOR,
  root,
  folder: typed,
};
process.chdir(root);

/** The file after an option, where it is given: from the estate's folder. */
const fileOf = (option) => {
  const at = args.findIndex((each) => each === option || each.startsWith(`${option}=`));
  const file = at < 0 ? undefined : args[at] === option ? args[at + 1] : args[at].slice(option.length + 1);
  return file === undefined ? undefined : relative(root, resolve(typed, file));
};

/** The file of the estate that a verb reads. */
const readFile = () => {
  if (verb === 'catalog') return fileOf('--against') ?? fileOf('--registry');
  const source = verb === 'openslo' ? args.slice(1).find((each) => /\.m?ts$/.test(each)) : undefined;
  return source === undefined ? undefined : relative(root, resolve(typed, source));
};

const isOfFiles = verb === 'prove' && !isHelp && namesFiles(args.slice(1), typed);
const isCheck = verb === 'catalog' && args[1] === 'check';
const isEstates =
  (['synth', 'prove', 'secrets', 'cost', 'preview', 'rehearse', 'review'].includes(verb) || isCheck) &&
  !isHelp &&
  !isOfFiles;
const files = () => {
  if (isEstates) return { main: setting.main };
  const against = isHelp ? undefined : readFile();
  return against === undefined ? {} : { against };
};

/** Whether the estate can import the product: only by that are its values those that the command knows. */
const isInstalled = () => {
  if (setting.library !== undefined) return true;
  try {
    return createRequire(join(root, 'package.json')).resolve('cheomseong/command') !== '';
  } catch {
    return false;
  }
};

/** What the command lacks to run over files of the estate; nothing where it can. */
const lackOf = (wanted) => {
  const missing = wanted.find((file) => !existsSync(file));
  if (missing !== undefined)
    return isEstates
      ? `There is no ${missing} in ${root}, nor an estate in a folder above. Make one: cheomseong new NAME${verb === 'prove' ? '; or prove rule files of yours: cheomseong prove FILE…' : ''}`
      : `There is no file ${resolve(missing)}`;
  return wanted.length > 0 && !isInstalled()
    ? `cheomseong is not installed in ${root}: npm install`
    : undefined;
};

const wanted = files();
const lack = lackOf(Object.values(wanted));
const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));

if (lack !== undefined) {
  console.error(lack);
  process.exitCode = 2;
} else if (isEstates && verb === 'synth') {
  if (args.includes('--fresh')) forgetAll();
  const { runSynthesis } = await import('./synthesis.mjs');
  const run = args.includes('--watch') ? (await import('./watch.mjs')).watchSynthesis : runSynthesis;
  process.exitCode = await run(args.slice(1), surface, setting);
} else if (isOfFiles) {
  const { runCommand } = await import('./runner.mjs');
  process.exitCode = await runCommand(args.slice(1), surface, {}, {}, 'command/files');
} else {
  const { runCommand, runTrial } = await import('./runner.mjs');
  const tries = verb === 'import' && isInstalled() ? { tries: runTrial(root, setting.library) } : {};
  process.exitCode = await runCommand(args, surface, wanted, {
    version,
    mainFile: setting.main,
    pageOf,
    library: setting.library,
    program: join(own, 'bin/cheomseong.cjs'),
    ...tries,
  });
}
