import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const place = /\(?([^\s(]+):(\d+):(\d+)\)?/g;
/** What a type would have refused. Types are not looked at here: that takes longer than all the rest. */
const isOfTypes = (error) => error instanceof TypeError || error instanceof ReferenceError;
const notOurs = /^ +at .*(synth\/run\.mjs|node:)/;

/** The stack of an error with places in our sources instead of in their bundle, and without those of Node and of run.mjs. */
export const sourceStack = (error, bundled) => {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundled}.map`, 'utf8')));
  const sourceOf = (found, path, line, column) => {
    if (path !== bundled) return found;
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (originalSource === undefined) return found;
    const source = relative('', resolve(dirname(bundled), originalSource));
    return `(${source}:${originalLine + 1}:${originalColumn + 1})`;
  };
  const lines = (error.stack ?? error.message).split('\n').filter((line) => !notOurs.test(line));
  const told = lines.map((line) => line.replaceAll(place, sourceOf));
  return [...told, ...(isOfTypes(error) ? ['Types may tell why: npm run check'] : [])].join('\n');
};
