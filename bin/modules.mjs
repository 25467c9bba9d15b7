import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/**
 * Runs an estate's files when they are first required: what each exports, by its path.
 *
 * @param scripts the script of each file.
 * @param imports the files that each file imports, by the path that it writes.
 * @param load what is required from outside.
 */
export const modulesOf = ({ scripts, imports }, load) => {
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
    const required = (path) => (own.has(path) ? exportsOf(own.get(path)) : load(path));
    body(required, module, module.exports);
    return module.exports;
  };
  return exportsOf;
};
