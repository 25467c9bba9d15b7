import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/**
 * Runs an estate's files when they are first required: what each exports, by its path.
 *
 * @param scripts the script of each file.
 * @param imports the files that each file imports, by the path that it writes.
 * @param load what is required from outside.
 * @param standIn what stands in for what one file requires of another, where something does.
 */
export const modulesOf = ({ scripts, imports }, load, standIn = () => undefined) => {
  const made = new Map();
  const exportsOf = (file) => {
    const begun = made.get(file);
    if (begun !== undefined) return begun.exports;
    const { script } = scripts[file];
    const own = imports.get(file);
    const body = vm.compileFunction(readFileSync(script, 'utf8'), ['require', 'module', 'exports'], {
      filename: script,
    });
    const module = { exports: {} };
    made.set(file, module);
    const required = (path) => {
      const target = own.get(path);
      if (target === undefined) return load(path);
      return standIn(file, target) ?? exportsOf(target);
    };
    body(required, module, module.exports);
    return module.exports;
  };
  /** What has been run so far, and what it exports. */
  const evaluated = () => [...made].map(([file, { exports }]) => [file, exports]);
  /** Lets go of what files export: they are run again when they are required again. */
  const forget = (files) => {
    for (const file of files) made.delete(file);
  };
  return { exportsOf, evaluated, forget };
};
