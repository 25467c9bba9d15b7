// Applications of which only what changed is made: main.ts is given stand-ins for them, which are made when somebody reads what nobody remembers.
import { heapKeeper } from './heap.mjs';
import { keepKnown, knownBefore, memoriesOf, reached, surroundingsOf } from './memories.mjs';

/** Something else was asked of a file than the applications that it exports. */
export class Misjudged extends Error {
  constructor(file) {
    super(`${file} exports more than applications`);
    this.file = file;
  }
}

/** An application is called otherwise than before: what surrounds it may have used that. */
export class Renamed extends Error {}

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
 * @param run A folder of this run.
 */
export const standInsOf = (main, estate, library, run) => {
  const { scripts, imports } = estate;
  const known = knownBefore(main);
  const names = applicationsIn(main, estate, known);
  const frame = reached(main, imports, (file) => names.has(file));
  const surroundings = (now) => surroundingsOf(now, { scripts, library, frame });
  const before = surroundings(known);
  const memories = memoriesOf(main, before, estate, run);
  /** What applications are called, by the file and the name by which they are exported; those of files that are gone are forgotten. */
  const called = {};
  const isThere = ([of]) => Object.hasOwn(scripts, of.slice(0, of.lastIndexOf(' ')));
  const stood = new Set();
  const keepHeap = heapKeeper();
  let isFrameRun = false;

  /** How many files that export applications reach each file. */
  const reaching = new Map();
  for (const file of names.keys())
    for (const each of reached(file, imports)) reaching.set(each, (reaching.get(each) ?? 0) + 1);
  /** The files that are of one application alone. */
  const ownOf = (file) =>
    [...reached(file, imports)].filter((each) => reaching.get(each) === 1 && !frame.has(each));

  /** What a file exports to those that surround applications, where its own exports are had of `modules`. */
  const exportsFor = (file, { later, isApplication }, { exportsOf, forget }, texts) => {
    const memoryOf = (name) => {
      const memory = memories.of(file, name);
      const release = () => {
        memory.putAway();
        forget(ownOf(file));
        keepHeap();
      };
      return { ...memory, ...texts, release };
    };
    const real = (name, isRead) => {
      // then what surrounds all applications follows from this one
      if (isFrameRun && isRead) throw new Misjudged(file);
      const made = exportsOf(file)[name];
      if (!isApplication(made)) throw new Misjudged(file);
      const before = known.names[`${file} ${name}`];
      if (before !== undefined && before !== made.name) throw new Renamed();
      called[`${file} ${name}`] = made.name;
      return made;
    };
    const applications = new Map(
      names.get(file).map((name) => [name, later((isRead) => real(name, isRead), memoryOf(name))]),
    );
    for (const each of applications.values()) stood.add(each);
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
  const standIn = (words, modules, texts) => {
    const made = new Map();
    return (from, file) => {
      if (!frame.has(from) || !names.has(file)) return undefined;
      if (!made.has(file)) made.set(file, exportsFor(file, words(), modules(), texts));
      return made.get(file);
    };
  };

  /**
   * Keeps what is remembered now, what was read beside sources, and which of the files that were run export applications.
   *
   * @param read Names of the environment, and paths.
   */
  const keep = ({ env, files }, evaluated, { isApplication }) => {
    const seen = new Set(stood);
    const found = evaluated.flatMap(([file, exported]) => {
      const own = Object.entries(exported).filter(([, value]) => !seen.has(value) && isApplication(value));
      for (const [, value] of own) seen.add(value);
      for (const [name, { name: title }] of own) called[`${file} ${name}`] = title;
      return own.length === 0 ? [] : [[file, own.map(([name]) => name)]];
    });
    const now = {
      ...known,
      applications: { ...known.applications, ...Object.fromEntries(found) },
      names: Object.fromEntries(Object.entries({ ...known.names, ...called }).filter(isThere)),
      env: [...new Set([...known.env, ...env])].sort(),
      files: [...new Set([...known.files, ...files])].sort(),
    };
    keepKnown(main, now);
    memories.keep(surroundings(now));
  };
  /** Runs what surrounds applications: of these it may only hand on what it is given. */
  const surrounding = (run) => {
    isFrameRun = true;
    try {
      return run();
    } finally {
      isFrameRun = false;
    }
  };
  /** How many applications were made. */
  const made = () => Object.keys(called).length;
  return { isEmpty: names.size === 0, standIn, surrounding, made, keep };
};

/** Of a file something else is used than its applications: as long as it is as it is, it is run. */
export const notOnlyApplications = (main, { scripts }, file) => {
  const known = knownBefore(main);
  keepKnown(main, { ...known, others: { ...known.others, [file]: scripts[file].sum } });
};
