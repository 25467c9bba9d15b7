import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { pythonFiles } from '#instrumentation/python/files.js';

/** Generated packages by the names under which code imports them. */
export type Packages = Readonly<Record<string, Instrumentation>>;

/** Writes packages into a folder that is there while `use` works with it. */
export const withPackages = async <T>(packages: Packages, use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'python-'));
  try {
    for (const [name, described] of Object.entries(packages))
      for (const [path, text] of Object.entries(pythonFiles(described, { name, title: name }))) {
        const file = join(folder, name, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
