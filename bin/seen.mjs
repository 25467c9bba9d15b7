// What a synthesis reads beside its sources: another answer there may make another `dist/`.
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The functions of `node:fs` that read by a path. */
const reading = [
  ...[
    'access',
    'exists',
    'lstat',
    'open',
    'opendir',
    'readFile',
    'readdir',
    'readlink',
    'realpath',
    'stat',
  ].flatMap((name) => [name, `${name}Sync`]),
  'createReadStream',
];

const pathOf = (given) => (given instanceof URL ? fileURLToPath(given) : String(given));

/** The same module, which tells of each path that is read. */
const telling = (fs, saw) => {
  const told = Object.fromEntries(
    reading
      .filter((name) => typeof fs[name] === 'function')
      .map((name) => [
        name,
        (path, ...rest) => {
          if (typeof path !== 'number') saw(pathOf(path));
          return fs[name](path, ...rest);
        },
      ]),
  );
  return { ...fs, ...(fs.promises && { promises: telling(fs.promises, saw) }), ...told };
};

/** All names, where somebody asked for all. */
const everything = Symbol('everything');

/**
 * Watches what is read: `load` requires as before, but what reads files tells of it; `within` runs something while the environment is watched.
 * `paths(made)` and `env()` are what was read: paths, and names with the values that they had.
 */
export const watching = (require) => {
  const files = new Set();
  const names = new Set();
  const before = { ...process.env };
  const known = new Map();
  const saw = (path) => void files.add(path);
  const isFs = (path) => /^(node:)?fs(\/promises)?$/.test(path);
  const load = (path) => {
    if (!isFs(path)) return require(path);
    if (!known.has(path)) known.set(path, telling(require(path), saw));
    return known.get(path);
  };
  const watched = new Proxy(process.env, {
    get: (env, name) => (typeof name === 'string' && names.add(name), Reflect.get(env, name)),
    has: (env, name) => (names.add(name), Reflect.has(env, name)),
    getOwnPropertyDescriptor: (env, name) => (names.add(name), Reflect.getOwnPropertyDescriptor(env, name)),
    ownKeys: (env) => (names.add(everything), Reflect.ownKeys(env)),
  });
  const within = (run) => {
    const env = process.env;
    process.env = watched;
    try {
      return run();
    } finally {
      process.env = env;
    }
  };
  const env = () => {
    const read = names.has(everything)
      ? Object.keys(before)
      : [...names].filter((name) => typeof name === 'string');
    return Object.fromEntries(read.map((name) => [name, before[name] ?? null]));
  };
  /**
   * The paths from here, without those below folders that are made, and those in which they stand: whoever makes them looks there, and at what
   * is written beside them before it is moved in.
   */
  const paths = (made) => {
    const isMade = (path) =>
      made.some(
        (folder) =>
          path === (dirname(folder) || '.') ||
          path === folder ||
          [`${folder}/`, `${folder}.next-`, `${folder}.old-`].some((start) => path.startsWith(start)),
      );
    // most are of what was made before: they are soon seen
    return [...files]
      .filter((path) => !isMade(path))
      .map((path) => relative('', resolve(path)) || '.')
      .filter((path) => !isMade(path));
  };
  return { load, within, paths, env };
};
