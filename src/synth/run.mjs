// Synthesizes the estate, or runs the program that is named, as fast as it can be: `npm run synth` runs hundreds of times a day.
//
// Our own sources are bundled at every run, so they are never stale; the packages they import are bundled once for each
// installation. What goes wrong in our sources is shown with its place in TypeScript. Types are checked of what is synthesized, beside it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { runApart } from './apart.mjs';
import { bundleSources, Unbundled } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { leftBehind } from './left-behind.mjs';
import { loadPackages } from './packages.mjs';
import { tellSources, thrownText } from './stack.mjs';
import { typeFaults } from './types.mjs';

process.env.CHEOMSEONG_CACHE ??= '.cache';
const named = process.argv[2] === undefined ? undefined : resolve(process.argv[2]);
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../..'));
const entry = named ?? resolve('src/synth/estate/run.ts');
const require = createRequire(import.meta.url);

/** Each program keeps its packages for itself: others need others. */
const cacheOf = (file) => {
  const cache = resolve('.cache/synth', basename(file, '.ts'));
  mkdirSync(cache, { recursive: true });
  return cache;
};
const cache = cacheOf(entry);
for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
// what is thrown at any time is shown with its place, which the source map tells
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
tellSources();

const refuse = (said) => {
  console.error(said);
  process.exitCode = 1;
};

/** A file of ours and all that it imports, to be run as one script. */
const bundled = async (file = entry, unreadable = []) => {
  const { script, text, imports, packages } = await bundleSources(file, folder, unreadable);
  const { modules, keepCode } = await loadPackages(packages, cacheOf(file));
  const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
  const run = () => {
    const module = { exports: {} };
    const body = vm.compileFunction(text, ['require', 'module', 'exports'], { filename: script });
    body(load, module, module.exports);
    return module.exports;
  };
  return { run, imports, circles: circlesOf(imports), load, keepCode };
};

const circleText = (way) =>
  `files import each other in a circle: ${way.join(' → ')}; put what both need into a file of its own`;

const runNamed = async () => {
  const { run, circles, keepCode } = await bundled();
  if (circles.length > 0) return refuse(circles.map(circleText).join('\n'));
  try {
    run();
  } catch (error) {
    refuse(thrownText(error));
  }
  keepCode();
};

/**
 * What publishes a synthesis of which something cannot be had, and so only tells what is wrong.
 *
 * @throws what the whole threw, where nothing of it does that.
 */
const apart = async ({ imports, circles, load }, { unreadable = [], cause } = {}) => {
  const files = join(folder, 'apart');
  const absent = [...circles.flat(), ...unreadable.map(({ file }) => file)];
  const { made, thrown } = await runApart({ imports, absent, main: 'main.ts', load, folder: files });
  const { synthesizedEstate } = made.get('src/synth/estate/synthesized.ts') ?? {};
  if (synthesizedEstate === undefined) throw thrown[0].error;
  const unread = unreadable.map(({ place, text }) => ({ file: place, error: new SyntaxError(text) }));
  if (circles.length + unread.length + thrown.length === 0) throw cause;
  return synthesizedEstate({ ...made.get('main.ts'), circles, thrown: [...unread, ...thrown] });
};

/** What publishes the synthesis, to be told what the compiler refuses. */
const synthesized = async () => {
  const program = await bundled();
  if (program.circles.length > 0) return apart(program);
  try {
    const { publish } = program.run();
    program.keepCode();
    return publish;
  } catch (cause) {
    return apart(program, { cause });
  }
};

/** The synthesis without the files of applications that cannot be bundled; where others cannot, only these are told. */
const unbundled = async (error) => {
  if (!(error instanceof Unbundled)) throw error;
  const { faults } = error;
  const files = [...new Set(faults.map(({ file }) => file))];
  if (files.length > 0 && files.every((file) => file.startsWith('apps/')))
    return apart(await bundled(entry, files), { unreadable: faults });
  const { run } = await bundled('src/synth/estate/synthesized.ts');
  const publish = run().synthesizedEstate({});
  return (types) => (types.length > 0 ? publish(types) : refuse(`${error.message}\ndist/ is as it was.`));
};

try {
  if (named !== undefined) await runNamed();
  else {
    const [publish, types] = await Promise.all([synthesized().catch(unbundled), typeFaults()]);
    publish(types);
  }
} catch (error) {
  refuse(error instanceof Unbundled ? error.message : thrownText(error));
}
