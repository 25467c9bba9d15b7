// Runs what the sources of an estate say, as fast as it can be: `cheomseong synth` runs hundreds of times a day.
//
// Sources are bundled at every run, so they are never stale; the packages they import are bundled once for each installation. What goes
// wrong in sources is shown with its place in TypeScript. Types are checked of what is synthesized, beside it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { runApart } from './apart.mjs';
import { bundleSources, Unbundled } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { leftBehind } from './left-behind.mjs';
import { loadPackages } from './packages.mjs';
import { kept, own } from './setting.mjs';
import { tellSources, thrownText } from './stack.mjs';
import { typeFaults } from './types.mjs';

const require = createRequire(import.meta.url);

const refuse = (said, code) => {
  console.error(said);
  return code;
};

/** A folder of this run alone, which goes with it. */
const folderIn = (cache) => {
  mkdirSync(cache, { recursive: true });
  for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A file and all that it imports, to be run as one script. */
const bundled = async (file, folder, cache, unreadable = []) => {
  const { script, text, imports, packages } = await bundleSources(file, folder, unreadable);
  const { modules, keepCode } = await loadPackages(packages, cache);
  const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
  const run = () => {
    const module = { exports: {} };
    const body = vm.compileFunction(text, ['require', 'module', 'exports'], { filename: script });
    body(load, module, module.exports);
    return module.exports;
  };
  // Where this run's own folder is says nothing of what is run.
  const sum = () =>
    createHash('sha256')
      .update(text.replaceAll(basename(folder), ''))
      .digest('hex');
  return { run, imports, circles: circlesOf(imports), load, keepCode, sum };
};

const circleText = (way) =>
  `files import each other in a circle: ${way.join(' → ')}; put what both need into a file of its own`;

/** What is run: a word of the command, from where it stands, with the files that it is given, by name. */
const entryText = (word, from, files) =>
  [
    `export { ${word} } from ${JSON.stringify(from)};`,
    ...Object.entries(files).map(
      ([name, file]) => `export * as ${name} from ${JSON.stringify(resolve(file))};`,
    ),
  ].join('\n');

/** A program of one word of the command, and of the files that it is given. */
const programOf = (word, files, from = 'cheomseong/command') => {
  const cache = kept(
    'synth',
    [word, ...Object.keys(files), ...(from === 'cheomseong/command' ? [] : [basename(from, '.ts')])].join(
      '-',
    ),
  );
  const folder = folderIn(cache);
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, entryText(word, from, files));
  // what is thrown at any time is shown with its place, which the source map tells
  tellSources();
  return { folder, bundle: (file = entry, unreadable) => bundled(file, folder, cache, unreadable) };
};

/** Runs `node FILE` for a file in TypeScript. */
export const runFile = async (file) => {
  const cache = kept('synth', basename(file, '.ts'));
  const folder = folderIn(cache);
  tellSources();
  try {
    const { run, circles, keepCode } = await bundled(file, folder, cache);
    if (circles.length > 0) return refuse(circles.map(circleText).join('\n'), 1);
    run();
    keepCode();
    return undefined;
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);
  }
};

/**
 * Runs the command with the files that it is given: `{ main: 'main.ts' }`. Resolves to the exit code. Without any it needs nothing of the
 * folder that it runs in, where the product may not even be installed, and leaves nothing there.
 *
 * @param part The part of the library that has the command: `command/files` knows no estates, and is loaded ten times as fast.
 */
export const runCommand = async (args, surface, files, given = {}, part = 'public/command') => {
  const isAlone = Object.keys(files).length === 0;
  if (isAlone) {
    const built = join(own, `lib/${part}.js`);
    if (!existsSync(join(own, 'src')))
      return (await import(pathToFileURL(built).href)).command(args, surface, given);
    process.chdir(own);
  }
  const { bundle } = programOf('command', files, isAlone ? join(own, `src/${part}.ts`) : undefined);
  try {
    const { run, circles, keepCode, sum } = await bundle();
    if (circles.length > 0) return refuse(circles.map(circleText).join('\n'), 2);
    const { command, ...modules } = run();
    keepCode();
    return await command(args, surface, { ...given, ...modules, sumOfSources: sum });
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 2);
  }
};

/** What comes of a file that was written for a trial, from the folder of the estate; what keeps it from being run is told, not thrown. */
export const runTrial = (root) => async (file) => {
  process.chdir(root);
  const { bundle } = programOf('outcomeOf', { main: file });
  const outcome = async () => {
    try {
      const { run, circles, keepCode } = await bundle();
      if (circles.length > 0) return { broken: circles.map(circleText).join('\n') };
      const { outcomeOf, main } = run();
      keepCode();
      return { outcome: await outcomeOf(main) };
    } catch (error) {
      return { broken: error instanceof Unbundled ? error.message : thrownText(error) };
    }
  };
  const [made, types] = await Promise.all([outcome(), typeFaults(file, 'trial')]);
  return { ...made, types };
};

/** Synthesizes what `main` exports, and checks its types beside it. Resolves to the exit code. */
export const runSynthesis = async (args, surface, { main, library }) => {
  const { folder, bundle } = programOf('synthesis', { main });
  const given = (more) => ({ library, mainFile: main, ...more });

  /**
   * The synthesis of an estate of which something cannot be had, and so only tells what is wrong.
   *
   * @throws what the whole threw, where nothing of it does that.
   */
  const apart = async ({ imports, circles, load }, { unreadable = [], cause } = {}) => {
    const files = new Map([...imports].filter(([file]) => !file.endsWith('/entry.ts')));
    const absent = [...circles.flat(), ...unreadable.map(({ file }) => file)];
    const { made, thrown } = await runApart({
      imports: files,
      absent,
      main,
      load,
      folder: join(folder, 'apart'),
    });
    const words =
      library === undefined ? load('cheomseong/command') : made.get(`${library}/public/command.ts`);
    if (words?.synthesis === undefined) throw thrown[0]?.error ?? cause;
    const unread = unreadable.map(({ place, text }) => ({ file: place, error: new SyntaxError(text) }));
    if (circles.length + unread.length + thrown.length === 0) throw cause;
    return words.synthesis(
      args,
      surface,
      given({ main: made.get(main), circles, thrown: [...unread, ...thrown] }),
    );
  };

  const synthesized = async () => {
    const program = await bundle();
    if (program.circles.length > 0) return apart(program);
    try {
      const { synthesis, main: exported } = program.run();
      const publish = synthesis(args, surface, given({ main: exported }));
      program.keepCode();
      return publish;
    } catch (cause) {
      return apart(program, { cause });
    }
  };

  /** The synthesis without the files that cannot be bundled; where `main` or the library cannot, only these are told. */
  const unbundled = async (error) => {
    if (!(error instanceof Unbundled)) throw error;
    const { faults } = error;
    const files = [...new Set(faults.map(({ file }) => file))];
    const isTold = (file) => file !== main && (library === undefined || !file.startsWith(`${library}/`));
    if (files.length > 0 && files.every(isTold))
      return apart(await bundle(undefined, files), { unreadable: faults });
    return (types) =>
      refuse(
        [...types.map(({ place, text }) => `${place}: ${text}`), error.message, 'Nothing was written.'].join(
          '\n',
        ),
        1,
      );
  };

  try {
    const [publish, types] = await Promise.all([synthesized().catch(unbundled), typeFaults(main)]);
    return publish(types);
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);
  }
};
