// Applications of which only what changed is made: main.ts is given stand-ins for them, which are made when somebody reads what nobody remembers.
import { keepKnown, knownBefore, memoriesOf, reached, surroundingsOf } from './memories.mjs';

/** Something else was asked of a file than the applications that it exports. */
export class Misjudged extends Error {
  constructor(file) {
    super(`${file} exports more than applications`);
    this.file = file;
  }
}

/** The names under which each file exports applications: as they were found in an earlier run, or as its script says. */
const applicationsIn = (main, { scripts }, { applications, others }) => {
  const found = new Map();
  for (const [file, script] of Object.entries(scripts)) {
    const names = new Set([...script.applications, ...(applications[file] ?? [])]);
    const exported = script.exports.filter((name) => names.has(name));
    if (file !== main && exported.length > 0 && others[file] !== script.sum) found.set(file, exported);
  }
  return found;
};

/**
 * What stands in for an estate's applications.
 *
 * @param estate The files of the estate: see `readEstate`.
 * @param library What the library is known by.
 */
export const standInsOf = (main, estate, library) => {
  const { scripts, imports } = estate;
  const known = knownBefore(main);
  const names = applicationsIn(main, estate, known);
  const frame = reached(main, imports, (file) => names.has(file));
  const surroundings = (now) => surroundingsOf(now, { scripts, library, frame });
  const before = surroundings(known);
  const memories = memoriesOf(before, estate);

  /** What a file exports to those that surround applications, where its own exports are had by `exportsOf`. */
  const exportsFor = (file, { later, isApplication }, exportsOf) => {
    const real = (name) => {
      const made = exportsOf(file)[name];
      if (!isApplication(made)) throw new Misjudged(file);
      return made;
    };
    const applications = new Map(
      names.get(file).map((name) => [name, later(() => real(name), memories.of(file, name))]),
    );
    const exported = { __esModule: true };
    for (const name of scripts[file].exports)
      Object.defineProperty(exported, name, {
        enumerable: true,
        get: () => {
          if (!applications.has(name)) throw new Misjudged(file);
          return applications.get(name);
        },
      });
    return exported;
  };

  /** What one file requires of another: stand-ins, where it surrounds applications that the other exports. */
  const standIn = (words, exportsOf) => {
    const made = new Map();
    return (from, file) => {
      if (!frame.has(from) || !names.has(file)) return undefined;
      if (!made.has(file)) made.set(file, exportsFor(file, words(), exportsOf));
      return made.get(file);
    };
  };

  /**
   * Keeps what is remembered now, what was read beside sources, and which of the files that were run export applications.
   *
   * @param read Names of the environment, and paths.
   */
  const keep = ({ env, files }, evaluated, { isApplication }) => {
    const seen = new Set();
    const found = evaluated.flatMap(([file, exported]) => {
      const own = Object.entries(exported).filter(([, value]) => isApplication(value) && !seen.has(value));
      for (const [, value] of own) seen.add(value);
      return own.length === 0 ? [] : [[file, own.map(([name]) => name)]];
    });
    const now = {
      ...known,
      applications: { ...known.applications, ...Object.fromEntries(found) },
      env: [...new Set([...known.env, ...env])].sort(),
      files: [...new Set([...known.files, ...files])].sort(),
    };
    keepKnown(main, now);
    memories.keep(surroundings(now));
  };
  return { isEmpty: names.size === 0, standIn, keep };
};

/** Of a file something else is used than its applications: as long as it is as it is, it is run. */
export const notOnlyApplications = (main, { scripts }, file) => {
  const known = knownBefore(main);
  keepKnown(main, { ...known, others: { ...known.others, [file]: scripts[file].sum } });
};
