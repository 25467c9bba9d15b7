// Synthesizes an estate: only what changed of it is made; where something is wrong, or was remembered wrongly, all of it is made anew.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { runApart } from './apart.mjs';
import { Unbundled } from './bundle.mjs';
import { modulesOf } from './modules.mjs';
import { cacheOf, folderIn, loader, programOf } from './program.mjs';
import { remember } from './remember.mjs';
import { kept } from './setting.cjs';
import { thrownText } from './stack.mjs';
import { spoolIn } from './spool.mjs';
import { Misjudged, notOnlyApplications, standInsOf } from './stand-ins.mjs';
import { typeFaults } from './types.mjs';

const refuse = (said, code) => {
  console.error(said);
  return code;
};

/**
 * Lets V8 compile only what runs very often: in a run that makes all applications it would compile so much, in threads of its own, that they take
 * half as long as all else. Loaded only there, for it takes a while.
 */
const compilesLate = () => {
  createRequire(import.meta.url)('node:v8').setFlagsFromString('--interrupt-budget=1000000');
};

/** What esbuild refuses, with what the compiler says of the same. */
const unbundledText = (types, error) =>
  [...types.map(({ place, text }) => `${place}: ${text}`), error.message, 'Nothing was written.'].join('\n');

/**
 * Synthesizes what `main` exports, as often as it is called: resolves to what publishes it, given what the compiler refuses, which resolves to
 * the exit code. The library and packages are loaded once.
 *
 * @param args The words after `synth`.
 */
export const synthesizer = (args, surface, { main, library }) => {
  // where most is remembered, V8 needs far less ready: reading what it has ready of all would take longer than what it is needed for
  const most = existsSync(kept('synth', 'applications')) ? 'few' : 'all';
  const cache = cacheOf('synthesis', ['main', most]);
  const run = folderIn(cache);
  const freshLoader = () => loader(library, 'synthesis', { cache, run });
  let outsideFor = freshLoader();
  const read = (unreadable) => programOf(main, { library, run, unreadable, outsideFor });
  const synthesis = ({ load }, given) =>
    load('cheomseong/synthesis').synthesis(args, surface, { library, mainFile: main, ...given });

  /**
   * The synthesis of an estate of which something cannot be had, and so only tells what is wrong.
   *
   * @throws what the whole threw, where nothing of it does that.
   */
  const apart = async (program, { unreadable = [], cause } = {}) => {
    const { circles, load } = program;
    const { imports } = program.estate;
    const absent = [...circles.flat(), ...unreadable.map(({ file }) => file)];
    const { made, thrown } = await runApart({ imports, absent, main, load, folder: join(run, 'apart') });
    const unread = unreadable.map(({ place, text }) => ({ file: place, error: new SyntaxError(text) }));
    if (circles.length + unread.length + thrown.length === 0) throw cause;
    return synthesis(program, { main: made.get(main), circles, thrown: [...unread, ...thrown] });
  };

  /** What publishes the synthesis of these modules, and keeps what it followed from where all is well. */
  const made = (program, began, { exportsOf, evaluated }, standIns, onlySound) => {
    const { seen, signs, load, keepCode } = program;
    const standing = (all) => {
      const folders = [...all.paths, kept()].map((path) => relative('', resolve(path)));
      const [env, files] = [seen.env(), seen.paths(folders)];
      remember(args, all, { began, sources: signs, read: files, env });
      standIns.keep({ env: Object.keys(env), files }, evaluated(), load('cheomseong/synthesis'));
    };
    if (most === 'all') compilesLate();
    const publish = seen.within(() =>
      synthesis(program, { main: standIns.surrounding(() => exportsOf(main)), standing, onlySound }),
    );
    // a run that makes all, where most was remembered before, has more ready than is read for the next
    if (most === 'all' || standIns.made() <= 1) keepCode();
    return publish;
  };

  const whole = async (program, began) => {
    const { estate, script, load } = program;
    try {
      return made(program, began, modulesOf(estate, load), standInsOf(main, estate, script, run), false);
    } catch (cause) {
      return apart(program, { cause });
    }
  };

  /** The library has taken notice of what was made, so it is loaded anew with all else. */
  const anew = async (began) => {
    outsideFor = freshLoader();
    return whole(await read(), began);
  };

  /** With stand-ins for applications. */
  const quickly = (program, began, standIns) => {
    const { estate, load } = program;
    const words = () => load('cheomseong/synthesis');
    const standIn = standIns.standIn(words, () => modules, spoolIn(run));
    const modules = modulesOf(estate, load, standIn);
    return made(program, began, modules, standIns, true);
  };

  const synthesized = async (began) => {
    const program = await read();
    const { circles, estate, script } = program;
    if (circles.length > 0) return apart(program);
    const standIns = standInsOf(main, estate, script, run);
    if (standIns.isEmpty) return whole(program, began);
    const isMisjudged = (error) => {
      if (error instanceof Misjudged) notOnlyApplications(main, estate, error.file);
    };
    try {
      const publish = quickly(program, began, standIns);
      return async (types) => {
        try {
          return publish(types);
        } catch (error) {
          isMisjudged(error);
          return (await anew(began))(types);
        }
      };
    } catch (error) {
      isMisjudged(error);
      return anew(began);
    }
  };

  /** The synthesis without the files that cannot be bundled; where `main` or the library cannot, only these are told. */
  const unbundled = async (error) => {
    if (!(error instanceof Unbundled)) throw error;
    const { faults } = error;
    const files = [...new Set(faults.map(({ file }) => file))];
    const isTold = (file) => file !== main && (library === undefined || !file.startsWith(`${library}/`));
    if (files.length > 0 && files.every(isTold)) return apart(await read(files), { unreadable: faults });
    return (types) => refuse(unbundledText(types, error), 1);
  };

  return () => synthesized(Date.now()).catch(unbundled);
};

/** What is thrown instead of told: 1 is returned for it. */
export const refused = (error) => refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);

/** Synthesizes what `main` exports, and checks its types beside it. Resolves to the exit code. */
export const runSynthesis = async (args, surface, setting) => {
  try {
    const synthesize = synthesizer(args, surface, setting);
    // the compiler is started first: a process that has loaded much takes longer to start another
    const [types, publish] = await Promise.all([typeFaults(setting.main), synthesize()]);
    return await publish(types);
  } catch (error) {
    return refused(error);
  }
};
