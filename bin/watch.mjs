// `synth --watch`: what is saved is in dist/ at once. What is wrong stays on the screen until it is mended; types are checked when all else is
// written, and told as soon as they are known.
import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { filesBefore } from './estate.mjs';
import { refused, synthesizer } from './synthesis.mjs';
import { lookAnew } from './signs.cjs';
import { typeFaults } from './types.mjs';

/** An editor writes a file in several steps: so many milliseconds after the last of them it is read. */
const settled = 10;

/** Clears the screen, where there is one: what was wrong before is mended, or told again. */
const clear = ({ err }) => {
  if (err.isTTY) err.write('\x1b[2J\x1b[3J\x1b[H');
};

const typesText = (faults) => faults.map(({ place, text }) => `${place}: ${text}\n`).join('');

/** Tells of the types of what was written last, one check after the other. */
const typeTeller = (main, { err }) => {
  let running = false;
  let isStale = false;
  let wasRefused = false;
  const check = async () => {
    if (running) return void (isStale = true);
    running = true;
    isStale = false;
    const faults = await typeFaults(main).catch((error) => [{ place: main, text: error.message }]);
    running = false;
    if (isStale) return check();
    if (faults.length > 0)
      err.write(`${typesText(faults)}Types refuse it: a synthesis that is not watched writes nothing.\n`);
    else if (wasRefused) err.write('Types are as they should be.\n');
    wasRefused = faults.length > 0;
    return undefined;
  };
  return check;
};

/** What of an estate may change what is made when it is saved: its files, in their folders, and the drills that are kept. */
const files = /\.(m?[jt]sx?|json|txt)$/;
const watchedOf = (main) => {
  const known = new Set([main, ...filesBefore(main), 'drills.jsonl']);
  const folders = new Set([...known].map((file) => dirname(file)));
  /** In the folder of the estate itself much else is written. */
  const isOfEstate = (folder, name) => (folder === '.' ? known.has(name) : files.test(name));
  return { folders, isOfEstate };
};

/** Synthesizes whenever a file of the estate is saved, until the process is ended. */
export const watchSynthesis = async (args, surface, setting) => {
  const { main } = setting;
  const { err } = surface;
  const words = args.filter((word) => word !== '--watch' && word !== '--fresh');
  const synthesize = synthesizer(words, surface, setting);
  const checkTypes = typeTeller(main, surface);
  const watched = new Map();
  let timer;
  let busy = false;
  let isStale = false;
  let followed;

  const make = async () => {
    if (busy) return void (isStale = true);
    busy = true;
    isStale = false;
    const began = performance.now();
    clear(surface);
    lookAnew();
    try {
      const publish = await synthesize();
      if ((await publish([])) === 0) {
        err.write(
          `Written in ${(performance.now() - began).toFixed(0)} ms. Watching ${watched.size} folders …\n`,
        );
        void checkTypes();
      } else err.write('Watching, until it is mended …\n');
    } catch (error) {
      refused(error);
      err.write('Watching, until it is mended …\n');
    }
    busy = false;
    if (filesBefore(main).join() !== followed) {
      follow();
      // what was saved before they were watched is not missed
      isStale = true;
    }
    return isStale ? make() : undefined;
  };

  const follow = () => {
    followed = filesBefore(main).join();
    const { folders, isOfEstate } = watchedOf(main);
    const saved = (folder) => (_, name) => {
      if (name !== null && !isOfEstate(folder, name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void make(), settled);
    };
    for (const watcher of watched.values()) watcher.close();
    watched.clear();
    for (const folder of folders) watched.set(folder, watch(folder, saved(folder)));
  };

  follow();
  await make();
  return new Promise(() => {});
};
