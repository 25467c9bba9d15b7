// What a run of the command is made of: an estate's files, the library and packages.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Unbundled } from './bundle.mjs';
import { packagesBefore, readEstate } from './estate.mjs';
import { leftBehind } from './left-behind.mjs';
import { isLibrary, readLibrary, runLibrary } from './library.mjs';
import { loadPackages } from './packages.mjs';
import { watching } from './seen.mjs';
import { kept } from './setting.cjs';
import { tellSources } from './stack.mjs';

const require = createRequire(import.meta.url);

/** A folder of this run alone, which goes with it. */
export const folderIn = (cache) => {
  mkdirSync(cache, { recursive: true });
  for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const circleText = (way) =>
  `files import each other in a circle: ${way.join(' → ')}; put what both need into a file of its own`;

/** Where V8's work for a word of the command is kept. */
export const cacheOf = (word, names) => {
  const cache = kept('synth', [word, ...names].join('-'));
  mkdirSync(cache, { recursive: true });
  return cache;
};

/** The library's own sources, where it runs from them. */
const ownOf = async (library, part, run) =>
  library === undefined ? undefined : readLibrary(library, part, run);

/**
 * What is required from outside an estate: the library, from its own sources where it runs from them, and packages, of the estate and of the
 * library.
 *
 * @param part What of the library runs the command: `synthesis`, or `command` for all else.
 * @param wanted Packages that the estate requires.
 * @param setting.reading The library's own sources, where they are read already.
 */
export const outsideOf = async (library, part, wanted, setting) => {
  const { cache, run, required = require, reading = ownOf(library, part, run) } = setting;
  const own = await reading;
  const names = [...new Set([...wanted, ...(own?.packages ?? [`cheomseong/${part}`])])];
  const packages = await loadPackages(
    names.filter((name) => own === undefined || !isLibrary(name)).sort(),
    cache,
  );
  const plain = (path) => (Object.hasOwn(packages.modules, path) ? packages.modules[path]() : required(path));
  const words = own && runLibrary(own, cache, plain);
  const load = (path) =>
    words !== undefined && Object.hasOwn(words.modules, path) ? words.modules[path]() : plain(path);
  const keepCode = () => {
    packages.keepCode();
    words?.keepCode();
  };
  return { load, keepCode, circles: own?.circles ?? [], script: own?.script, signs: own?.files ?? [] };
};

/** What an estate imports of the library's own files would be another library than that which makes it. */
const refuseInsides = ({ imports }, library) => {
  if (library === undefined) return;
  for (const [file, own] of imports)
    for (const [path, target] of own)
      if (target.startsWith(`${library}/`))
        throw new Unbundled(`${file} imports ${path}, a file of the library itself: import 'cheomseong'`);
};

/**
 * An estate's files, ready to be run: what they are, what they require from outside, and the circles in which they import each other.
 *
 * @param outsideFor What is loaded from outside, given the packages that the estate requires: see `loader`.
 */
export const programOf = async (file, { library, run, unreadable, outsideFor }) => {
  // what is thrown at any time is shown with its place, which the source map tells
  tellSources();
  const reading = readEstate(file, run, {
    ...(unreadable && { unreadable }),
    outside: library === undefined ? [] : ['cheomseong', 'cheomseong/*'],
  });
  // what it required before it most likely requires still: that is loaded while its files are read
  const [estate] = await Promise.all([reading, outsideFor(packagesBefore(file))]);
  refuseInsides(estate, library);
  const outside = await outsideFor(estate.packages);
  const scripts = Object.values(estate.scripts).map(({ script }) => script);
  const sum = () =>
    createHash('sha256')
      .update([outside.script, ...scripts].join('\n'))
      .digest('hex');
  const circles = [...outside.circles, ...estate.circles];
  return { ...outside, estate, circles, signs: [...estate.signs, ...outside.signs], sum };
};

/** Loads from outside what is required, once for each list of packages; what it reads is watched. Without a list it reads what all need. */
export const loader = (library, part, setting) => {
  let loaded;
  let reading;
  return async (packages) => {
    reading ??= ownOf(library, part, setting.run);
    if (packages === undefined) return void (await reading);
    const names = packages.join();
    if (loaded?.names !== names) {
      const seen = watching(require);
      loaded = {
        names,
        seen,
        ...(await outsideOf(library, part, packages, { ...setting, required: seen.load, reading })),
      };
    }
    return loaded;
  };
};
