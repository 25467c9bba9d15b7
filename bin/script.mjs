// A large script with the machine code that V8 made of it: compiling it anew takes longer than running it.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import vm from 'node:vm';
import { replace } from './replace.cjs';

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The text of a script as `runScript` runs it: ASCII alone, of which V8 needs half the memory, and which is read without looking at it. esbuild
 * writes ASCII but for regular expressions, in which an escape means the same.
 */
export const scriptText = (text) =>
  `(function (require, module) {${text.replaceAll(/[^\0-\x7f]/g, escaped)}\n})`;

let memory = Buffer.alloc(0);

/** The bytes of a file, until the next is read: memory that was never used costs more than reading does. */
const bytesOf = (file) => {
  const descriptor = openSync(file);
  try {
    const { size } = fstatSync(descriptor);
    if (memory.length < size) memory = Buffer.allocUnsafeSlow(size);
    let read = 0;
    for (let more = 1; more > 0 && read < size; read += more)
      more = readSync(descriptor, memory, read, size - read, read);
    return memory.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * What a script exports, and what keeps V8's work on it for the next run: of that V8 has ready for each word of the command what it runs.
 *
 * @param file Written by `scriptText`.
 * @param codeFile Where that work is kept.
 * @param load What the script requires.
 */
export const runScript = (file, codeFile, load) => {
  const text = bytesOf(file).latin1Slice();
  const cachedData = existsSync(codeFile) ? bytesOf(codeFile) : undefined;
  const script = new vm.Script(text, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(load, module);
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  const keepCode = () => {
    if (!isKept) replace(codeFile, script.createCachedData());
  };
  return { exported: module.exports, isKept, keepCode };
};
