import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const place = /\(?([^\s(]+):(\d+):(\d+)\)?/g;
/** What a type would have refused, of a program whose types nobody looks at here. */
const isOfTypes = (error) => error instanceof TypeError || error instanceof ReferenceError;
/** What a description refused: its message is all there is to read. */
const isRefusal = (error) => Array.isArray(error.faults);
/** Lines of Node, of the runner and of packages; what sources were made into lies in a cache among these. */
const notOurs =
  /^ +at (.*((bin|build)\/[\w-]+\.[cm]js|node:|node_modules\/(?!\.cache\/)|\/packages-[\da-f-]+\.js:)|new Promise |async Promise)/;
/** A line of the estate: of a source in TypeScript that is not the product's own. */
const ofEstate = /\(((?!src\/|\.\.|\/)[^()\s]+\.m?ts:\d+:\d+)\)/;

/** The map of a script that was made of our sources; of others there is none. */
const maps = new Map();
const mapOf = (script) => {
  const file = `${script}.map`;
  if (!maps.has(script) && existsSync(file))
    maps.set(script, new SourceMap(JSON.parse(readFileSync(file, 'utf8'))));
  return maps.get(script);
};

const sourceOf = (found, script, line, column) => {
  const { originalSource, originalLine, originalColumn } =
    mapOf(script)?.findEntry(line - 1, column - 1) ?? {};
  if (originalSource === undefined) return found;
  const source = relative('', resolve(dirname(script), originalSource));
  return `(${source}:${originalLine + 1}:${originalColumn + 1})`;
};

/** From here on the stack of an error tells places in our sources instead of in what was made of them, and none of Node and of the runner. */
export const tellSources = () => {
  // a row of library functions may stand between what throws and the file of an application
  Error.stackTraceLimit = 100;
  Error.prepareStackTrace = (error, sites) => {
    const lines = sites.map((site) => `    at ${site}`).filter((line) => !notOurs.test(line));
    return [error, ...lines.map((line) => line.replaceAll(place, sourceOf))].join('\n');
  };
};

/** What was thrown by a program whose types nobody looks at, with the line of the estate that led to it before all. */
export const thrownText = (error) => {
  if (!(error instanceof Error)) return error;
  const place = ofEstate.exec(error.stack)?.[1];
  const said = isRefusal(error) ? error.message : error.stack;
  const told = place === undefined ? said : `${place}: ${said}`;
  return [told, ...(isOfTypes(error) ? ['Types may tell why: tsc --noEmit'] : [])].join('\n');
};
