import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { githubCommands } from '#ground/annotation.js';
import { codeQuality } from './annotations/annotations.js';
import { type Reviewed, comparison, meaningHere, remarksOn } from './compared.js';
import { askedFor } from './options.js';
import { json } from './page/json.js';
import { markdown } from './page/markdown.js';

/** Writes a file, and the folders that it is in. */
const writePage = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/**
 * `cheomseong review`.
 *
 * @throws UsageError on options that there are not, without git, and on revisions that there are not.
 */
export const reviewCommand = async (
  words: readonly string[],
  { out, root, folder }: Surface,
  given: Omit<Reviewed, 'root'>,
): Promise<ExitCode> => {
  const asked = askedFor(words);
  const reviewed = { ...given, root };
  if (asked.wanted === 'meaning') {
    out.write(`${JSON.stringify(await meaningHere(reviewed))}\n`);
    return exitCodes.well;
  }
  const found = await comparison(reviewed, asked);
  if (asked.page !== undefined) writePage(resolve(folder, asked.page), markdown(found));
  if (asked.wanted === 'page') out.write(markdown(found));
  if (asked.wanted === 'json') out.write(json(found));
  if (asked.wanted === 'dashboards') out.write(found.dashboards.map((uid) => `${uid}\n`).join(''));
  if (asked.wanted === 'annotations') {
    const remarks = await remarksOn(reviewed, found);
    out.write(
      asked.forge === 'gitlab' ? codeQuality(remarks) : githubCommands(remarks, 'the page tells all of them'),
    );
  }
  return exitCodes.well;
};
