// Runs `cheomseong synth`: of an estate only what changed is made; where something is wrong, or was remembered wrongly, all of it is made anew.
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { runApart } from './apart.mjs';
import { Unbundled } from './bundle.mjs';
import { modulesOf } from './modules.mjs';
import { cacheOf, folderIn, programOf } from './program.mjs';
import { remember } from './remember.mjs';
import { watching } from './seen.mjs';
import { kept } from './setting.cjs';
import { thrownText } from './stack.mjs';
import { Misjudged, notOnlyApplications, standInsOf } from './stand-ins.mjs';
import { typeFaults } from './types.mjs';

const require = createRequire(import.meta.url);

const refuse = (said, code) => {
  console.error(said);
  return code;
};

/** Synthesizes what `main` exports, and checks its types beside it. Resolves to the exit code. */
export const runSynthesis = async (args, surface, { main, library }) => {
  const began = Date.now();
  const cache = cacheOf('synthesis', ['main']);
  const folder = folderIn(cache);
  const read = (unreadable, required) =>
    programOf(main, { library, part: 'synthesis', unreadable, cache, run: folder, required });
  const given = (more) => ({ library, mainFile: main, ...more });

  /**
   * The synthesis of an estate of which something cannot be had, and so only tells what is wrong.
   *
   * @throws what the whole threw, where nothing of it does that.
   */
  const apart = async ({ estate: { imports }, circles, load }, { unreadable = [], cause } = {}) => {
    const absent = [...circles.flat(), ...unreadable.map(({ file }) => file)];
    const { made, thrown } = await runApart({ imports, absent, main, load, folder: join(folder, 'apart') });
    const unread = unreadable.map(({ place, text }) => ({ file: place, error: new SyntaxError(text) }));
    if (circles.length + unread.length + thrown.length === 0) throw cause;
    return load('cheomseong/synthesis').synthesis(
      args,
      surface,
      given({ main: made.get(main), circles, thrown: [...unread, ...thrown] }),
    );
  };

  /** What publishes the synthesis of these modules, and keeps what it followed from where all is well. */
  const made = ({ load, keepCode, signs }, seen, { exportsOf, evaluated }, standIns, onlySound) => {
    const words = load('cheomseong/synthesis');
    const standing = (all) => {
      const folders = [...all.paths, kept()].map((path) => relative('', resolve(path)));
      const env = seen.env();
      const files = seen.paths(folders);
      remember(args, all, { began, sources: signs, read: files, env });
      standIns.keep({ env: Object.keys(env), files }, evaluated(), words);
    };
    const publish = seen.within(() =>
      words.synthesis(args, surface, given({ main: exportsOf(main), standing, onlySound })),
    );
    keepCode();
    return publish;
  };

  const whole = async (seen, program) => {
    try {
      const standIns = standInsOf(main, program.estate, program.script);
      return made(program, seen, modulesOf(program.estate, program.load), standIns, false);
    } catch (cause) {
      return apart(program, { cause });
    }
  };

  /** The library has taken notice of what was made, so it is run anew with all else. */
  const anew = async () => {
    const seen = watching(require);
    return whole(seen, await read(undefined, seen.load));
  };

  /** With stand-ins for applications; nothing where something is wrong, or the stand-ins are. */
  const quickly = (seen, program, standIns) => {
    const { estate, load } = program;
    const modules = modulesOf(
      estate,
      load,
      standIns.standIn(
        () => load('cheomseong/synthesis'),
        () => modules.exportsOf,
      ),
    );
    try {
      return made(program, seen, modules, standIns, true);
    } catch (error) {
      if (process.env.CHEOMSEONG_TELL) console.error(error);
      if (error instanceof Misjudged) notOnlyApplications(main, estate, error.file);
      return undefined;
    }
  };

  const synthesized = async () => {
    const seen = watching(require);
    const program = await read(undefined, seen.load);
    if (program.circles.length > 0) return apart(program);
    const standIns = standInsOf(main, program.estate, program.script);
    if (standIns.isEmpty) return whole(seen, program);
    const publish = quickly(seen, program, standIns);
    if (publish === undefined) return anew();
    return async (types) => {
      try {
        return publish(types);
      } catch (error) {
        if (process.env.CHEOMSEONG_TELL) console.error(error);
        return (await anew())(types);
      }
    };
  };

  /** The synthesis without the files that cannot be bundled; where `main` or the library cannot, only these are told. */
  const unbundled = async (error) => {
    if (!(error instanceof Unbundled)) throw error;
    const { faults } = error;
    const files = [...new Set(faults.map(({ file }) => file))];
    const isTold = (file) => file !== main && (library === undefined || !file.startsWith(`${library}/`));
    if (files.length > 0 && files.every(isTold)) return apart(await read(files), { unreadable: faults });
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
    return await publish(types);
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);
  }
};
