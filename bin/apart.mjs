// Where a file of the estate throws, nothing that imports it can be made, and main.ts imports all. Here each of our sources runs as a
// module of its own: so all that throws is told, and the rest of the estate is held to the laws. It takes a second longer, and happens
// only where synthesis is refused anyway.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { scriptOf, separateSources } from './bundle.mjs';
import { isLibrary } from './library.mjs';

/** The same functions, of which none ends who calls it: where one throws, or is given what is not there, what it makes is not there. */
const lenient = (exported, tell) => {
  const apply = (called, self, given) => {
    if (given.includes(undefined)) return undefined;
    try {
      return Reflect.apply(called, self, given);
    } catch (error) {
      tell(error);
      return undefined;
    }
  };
  const wrapped = (value) => (typeof value === 'function' ? new Proxy(value, { apply }) : value);
  return Object.fromEntries(Object.entries(exported).map(([name, value]) => [name, wrapped(value)]));
};

/**
 * Runs all sources: what each exports, by its file, and all that they throw. What imports a file that throws, or is absent, is
 * not run, but for `main`: what it imports and could not be made is not there, nor what is made of that.
 *
 * @param imports the files that each file imports, by the path that it writes.
 * @param absent files that cannot be run: which stand in a circle, or cannot be read.
 */
export const runApart = async ({ imports, absent, main, load, folder }) => {
  await separateSources([...imports.keys()], folder);
  const thrown = [];
  const made = new Map(absent.filter((file) => file !== main).map((file) => [file, undefined]));

  const run = (file, required) => {
    const filename = scriptOf(file, folder);
    const text = readFileSync(filename, 'utf8');
    const script = vm.compileFunction(text, ['require', 'module', 'exports'], { filename });
    const module = { exports: {} };
    script(required, module, module.exports);
    return module.exports;
  };

  const make = (file) => {
    if (made.has(file)) return made.get(file);
    made.set(file, undefined);
    const tell = (error) => thrown.push({ file, error });
    const own = imports.get(file);
    const isWhole = !Array.from(own.values(), make).includes(undefined);
    if (!isWhole && file !== main) return undefined;
    const forMain = (exported) => (file === main ? lenient(exported, tell) : exported);
    const given = (path) => forMain(made.get(path) ?? (file === main ? {} : undefined));
    const outside = (path) => (isLibrary(path) ? forMain(load(path)) : load(path));
    try {
      made.set(
        file,
        run(file, (path) => (own.has(path) ? given(own.get(path)) : outside(path))),
      );
    } catch (error) {
      // what main throws for want of what it imports is told by its cause
      if (isWhole) tell(error);
    }
    return made.get(file);
  };

  for (const file of imports.keys()) make(file);
  return { made, thrown };
};
