// A large script with the machine code that V8 made of it: compiling it anew takes longer than running it.
import { isAscii } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { replace } from './replace.cjs';

/**
 * What a script exports, and what keeps V8's work on it for the next run: of that V8 has ready for each word of the command what it runs.
 *
 * @param codeFile Where that work is kept.
 * @param load What the script requires.
 */
export const runScript = (file, codeFile, load) => {
  const written = readFileSync(file);
  // esbuild writes ASCII where it can, which is read in half the time: not in regular expressions
  const text = written.toString(isAscii(written) ? 'latin1' : 'utf8');
  const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined;
  const script = new vm.Script(`(function (require, module) {${text}\n})`, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(load, module);
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  const keepCode = () => {
    if (!isKept) replace(codeFile, script.createCachedData());
  };
  return { exported: module.exports, isKept, keepCode };
};
