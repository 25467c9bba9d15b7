import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { instrumentationFiles } from '#instrumentation/instrumentation.js';
import { bistro } from './example.js';
import { programOf, readOf } from './readmes.js';
import { applicationOf } from '../estate.js';

const ojeomneo = applicationOf('ojeomneo');

/** The Go programs of the tests' own. */
export const programsFolder = fileURLToPath(new URL('./programs', import.meta.url));

const modules: readonly { readonly name: string; readonly title: string; readonly instrumentation: readonly Instrumentation[] }[] = [
  { ...ojeomneo, instrumentation: ojeomneo.instrumentation.filter(({ language }) => language === 'go') },
  { name: 'bistro', title: 'Bistro', instrumentation: [bistro] },
];

const written = new Map(modules.flatMap((each) => [...instrumentationFiles(each)]));

/** All Go files of both modules, by their paths below their applications, and what their READMEs say. */
const generated: ReadonlyMap<string, string> = new Map([
  ...[...written].filter(([path]) => path.endsWith('.go')),
  ['readme/main.go', programOf(written.get('bistro/kitchenWatch/README.md') ?? '', 'bistro/kitchenWatch')],
  ['read/fiber.go', readOf(written.get('ojeomneo/monitoring/README.md') ?? '')],
]);

/** A workspace of Go, with what is generated and what tries it, while `use` works in it. */
export const withWorkspace = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cheomseong-go-'));
  const source = (path: string) => join(folder, 'src', path);
  try {
    for (const [path, text] of generated) {
      await mkdir(dirname(source(path)), { recursive: true });
      await writeFile(source(path), text);
    }
    await mkdir(source('programs/server'), { recursive: true });
    for (const path of await readdir(programsFolder, { recursive: true }))
      if (path.endsWith('.go')) await copyFile(join(programsFolder, path), source(join('programs', path)));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
