import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { reason } from './reason.js';
import { type ToolName, requirements } from './requirements.js';
import { run } from './run.js';
import { isAtLeast, versionIn } from './version.js';

/** Where programs are looked for, and where those that are fetched are kept. */
export interface Surroundings {
  /** Folders as in the PATH variable. */
  readonly searchPath: string;
  /** The folder that holds one folder per fetched package. */
  readonly cacheFolder: string;
  /** Told what takes time, such as a download. */
  readonly announce: (text: string) => void;
}

/** What looking for one program came to: the first that will do, and why those before it would not. */
export interface Search {
  readonly name: ToolName;
  readonly path: string | undefined;
  readonly refused: readonly string[];
}

const isProgram = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

/** Every program of that file name in the folders of a PATH, in its order, as absolute paths. */
export const programsOnPath = async (file: string, searchPath: string): Promise<readonly string[]> => {
  const paths = searchPath
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => resolve(folder, file));
  const found = await Promise.all(paths.map(isProgram));
  return [...new Set(paths.filter((_, index) => found[index]))];
};

/** Why the program at `path` will not do, as the rest of a sentence about it; nothing when it will. */
const objection = async (name: ToolName, path: string): Promise<string | undefined> => {
  const { atLeast } = requirements[name];
  try {
    const { stdout, stderr } = await run(path, ['--version'], { timeout: 10_000 });
    const version = versionIn(`${stdout}\n${stderr}`, name);
    if (version === undefined) {
      const [said = ''] = `${stdout}${stderr}`.trim().split('\n');
      return `is not ${name}: it answers --version with ${JSON.stringify(said.slice(0, 80))}`;
    }
    return isAtLeast(version, atLeast) ? undefined : `is ${version.text}, older than ${atLeast}`;
  } catch (error) {
    return `does not run: ${reason(error)}`;
  }
};

/** Looks on PATH first, then among what was fetched earlier. Every candidate is run once: a file is no proof of a program. */
export const search = async (name: ToolName, { searchPath, cacheFolder }: Surroundings): Promise<Search> => {
  const { files, package: pack } = requirements[name];
  const folders = [searchPath, join(cacheFolder, pack, 'bin')].join(delimiter);
  const candidates = (await Promise.all(files.map((file) => programsOnPath(file, folders)))).flat();
  const refused: string[] = [];
  for (const path of candidates) {
    const why = await objection(name, path);
    if (why === undefined) return { name, path, refused };
    refused.push(`${path} ${why}`);
  }
  return { name, path: undefined, refused };
};
