import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve, sep } from 'node:path';
import { reason } from './reason.js';
import { type ToolName, requirements } from './requirements.js';
import { run } from './run.js';
import { type Version, isAtLeast, versionAt, versionIn } from './version.js';

/** Where programs are looked for, and where those that are fetched are kept. */
export interface Surroundings {
  /** Folders as in the PATH variable. */
  readonly searchPath: string;
  /** The folder that holds one folder per fetched package. */
  readonly cacheFolder: string;
  /** Told what takes time, such as a download. */
  readonly announce: (text: string) => void;
  /** Programs that somebody chose, by file or by a name on PATH: these and no others will do. */
  readonly chosen?: Readonly<Partial<Record<ToolName, string>>>;
}

/** A program that will do. */
export interface Program {
  readonly name: ToolName;
  /** Absolute. */
  readonly path: string;
  readonly version: Version;
}

/** What looking for one program came to: the first that will do, and why those before it would not. */
export interface Search {
  readonly name: ToolName;
  readonly program: Program | undefined;
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

/** That of a program that does not tell which release it is. */
const untold: Version = { text: 'unknown', major: 0, minor: 0 };

/** The program at `path`, or why it will not do, as the rest of a sentence about it. */
const asked = async (name: ToolName, path: string): Promise<Program | string> => {
  const { atLeast, help, release } = requirements[name];
  try {
    const { stdout, stderr } = await run(path, [help ? '-help' : '--version'], { timeout: 10_000 });
    const said = `${stdout}\n${stderr}`;
    const told = release ? versionAt(said, release) : versionIn(said, name);
    const version = help ? (help.test(said) ? untold : undefined) : told;
    if (version === undefined) {
      const [first = ''] = `${stdout}${stderr}`.trim().split('\n');
      return `is not ${name}: it answers ${help ? '-help' : '--version'} with ${JSON.stringify(first.slice(0, 80))}`;
    }
    return isAtLeast(version, atLeast)
      ? { name, path, version }
      : `is ${version.text}, older than ${atLeast}`;
  } catch (error) {
    return `does not run: ${reason(error)}`;
  }
};

/** The first of these files that will do. Every one before it is run once: a file is no proof of a program. */
export const firstThatWillDo = async (name: ToolName, paths: readonly string[]): Promise<Search> => {
  const refused: string[] = [];
  for (const path of paths) {
    const answer = await asked(name, path);
    if (typeof answer !== 'string') return { name, program: answer, refused };
    refused.push(`${path} ${answer}`);
  }
  return { name, program: undefined, refused };
};

/** Takes what was chosen, else looks on PATH, then among what was fetched earlier. */
export const search = async (name: ToolName, at: Surroundings): Promise<Search> => {
  const { searchPath, cacheFolder } = at;
  const chosen = at.chosen?.[name];
  if (chosen !== undefined) return chosenOne(name, chosen, searchPath);
  const { files, packages } = requirements[name];
  const folders = [searchPath, ...packages.map((pack) => join(cacheFolder, pack, 'bin'))].join(delimiter);
  return firstThatWillDo(
    name,
    (await Promise.all(files.map((file) => programsOnPath(file, folders)))).flat(),
  );
};

const chosenOne = async (name: ToolName, chosen: string, searchPath: string): Promise<Search> => {
  const isFile = chosen.includes(sep);
  const [path] = isFile ? [resolve(chosen)] : await programsOnPath(chosen, searchPath);
  return path === undefined
    ? { name, program: undefined, refused: [`${JSON.stringify(chosen)} is not on PATH`] }
    : firstThatWillDo(name, [path]);
};
