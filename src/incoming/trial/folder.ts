import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { mainText } from '#new/main-file.js';
import type { Found } from '#new/found.js';
import type { Naming } from '#new/naming.js';
import { write } from '#new/write.js';
import { runbooksText } from '#new/project.js';

/** A folder of the estate in which an application is tried: an estate of its own, which goes when it is known what comes of it. */
export interface TrialFolder {
  /** Writes the files of the application, and tells the path of one of them. */
  readonly place: (files: Readonly<Record<string, string>>, tried: string) => string;
  /** Writes the files of the application, and tells the path of its estate. */
  readonly estate: (files: Readonly<Record<string, string>>) => string;
  /** Writes the whole estate as it would be, of its main file with the application in it, and tells its path. */
  readonly whole: (files: Readonly<Record<string, string>>, main: string) => string;
  readonly remove: () => void;
}

/** Where an application is tried: beside those that there are, so that it imports what they import. */
export const trialFolder = (root: string, naming: Naming, found: Found): TrialFolder => {
  const folder = `${found.base}.importing-${naming.name}`;
  const main = `${folder}.ts`;
  const remove = (): void => {
    rmSync(join(root, folder), { recursive: true, force: true });
    rmSync(join(root, main), { force: true });
  };
  const { ending } = found;
  const runbooks = found.read(`${found.base}apps/runbooks.ts`);
  const placed = (files: Readonly<Record<string, string>>): void => {
    remove();
    write(root, {
      [`${folder}/main.ts`]: mainText(naming, { output: 'dist', docs: 'docs', ending }),
      [`${folder}/apps/runbooks.ts`]:
        runbooks === undefined
          ? runbooksText(found.address, found.docs, naming.language)
          : `export { runbookOf } from '../../apps/runbooks.${ending}';\n`,
      ...Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`${folder}/apps/${naming.name}/${path}`, text]),
      ),
    });
  };
  return {
    remove,
    place: (files, tried) => {
      placed(files);
      return `${folder}/apps/${naming.name}/${tried}`;
    },
    estate: (files) => {
      placed(files);
      return `${folder}/main.ts`;
    },
    whole: (files, text) => {
      placed(files);
      const here = `./apps/${naming.name}/index.`;
      write(root, { [main]: text.replace(here, `./.importing-${naming.name}/apps/${naming.name}/index.`) });
      return main;
    },
  };
};
