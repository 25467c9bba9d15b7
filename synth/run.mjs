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

const named = process.argv[2] === undefined ? undefined : resolve(process.argv[2]);
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const entry = named ?? resolve('synth/estate/run.ts');
const cache = resolve('.cache/synth', basename(entry, '.ts'));
const require = createRequire(import.meta.url);

mkdirSync(cache, { recursive: true });
for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
// what is thrown at any time is shown with its place, which the source map tells
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
tellSources();

const refuse = (said) => {
  console.error(said);
  process.exitCode = 1;
};

/** The entry and all that it imports, to be run as one script. */
const bundled = async () => {
  const { file, text, imports, packages } = await bundleSources(entry, folder);
  const { modules, keepCode } = await loadPackages(packages, cache);
  const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
  const run = () => {
    const module = { exports: {} };
    const script = vm.compileFunction(text, ['require', 'module', 'exports'], { filename: file });
    script(load, module, module.exports);
    return module.exports;
  };
  return { run, imports, circles: circlesOf(imports), load, keepCode };
};

const runNamed = async () => {
  const { run, circles, keepCode } = await bundled();
  if (circles.length > 0)
    return refuse(circles.map((way) => `files import each other in a circle: ${way.join(' → ')}`).join('\n'));
  try {
    run();
  } catch (error) {
    refuse(thrownText(error));
  }
  keepCode();
};

/** What publishes the synthesis, to be told what the compiler refuses. */
const synthesized = async () => {
  const { run, imports, circles, load, keepCode } = await bundled();
  const apart = async () => {
    const files = join(folder, 'apart');
    const { made, thrown } = await runApart({ imports, circles, main: 'main.ts', load, folder: files });
    const { synthesizedEstate } = made.get('synth/estate/synthesized.ts') ?? {};
    if (synthesizedEstate === undefined) throw thrown[0].error;
    return synthesizedEstate({ ...made.get('main.ts'), circles, thrown });
  };
  try {
    return circles.length > 0 ? await apart() : run().publish;
  } catch {
    return await apart();
  } finally {
    keepCode();
  }
};

/** Whoever cannot read the sources says so; but where the compiler cannot either, it says the same. */
const unread = (error) => (types) => {
  if (!(error instanceof Unbundled)) throw error;
  const told = types.map(({ place, text }) => `${place}: ${text}`);
  refuse([...(told.length > 0 ? told : [error.message]), 'dist/ is as it was.'].join('\n'));
};

try {
  if (named !== undefined) await runNamed();
  else {
    const [publish, types] = await Promise.all([synthesized().catch(unread), typeFaults()]);
    publish(types);
  }
} catch (error) {
  refuse(error instanceof Unbundled ? error.message : thrownText(error));
}
