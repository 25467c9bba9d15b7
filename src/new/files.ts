import { applicationFiles } from './application.js';
import { byHand, mainText, withApplication } from './main-file.js';
import type { Naming } from './naming.js';
import { githubWorkflow, gitlabPipeline } from './pipelines.js';
import { type Package, gitignore, packageJson, routesText, runbooksText, tsconfig } from './project.js';
import { readmeText } from './readme.js';

/** What can be found out of the folder and the machine. */
export interface Found {
  /** The folder's own name. */
  readonly folder: string;
  /** The text of a file that is there, by its path. */
  readonly read: (path: string) => string | undefined;
  /** Where the repository is read in a browser, as its remote tells. */
  readonly address: string;
  readonly package: Package;
}

/** What is to be done: files to write, which of them were there, what is left alone, and what a person must add by hand. */
export interface Made {
  readonly files: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
  readonly kept: readonly string[];
  readonly byHand?: string;
}

/** The files of a new application, and of its estate where there is none yet. What is there already is kept, but for main.ts and package.json, which are added to. */
export const madeOf = (naming: Naming, found: Found): Made => {
  const main = found.read('main.ts');
  const added = main === undefined ? mainText(naming) : withApplication(main, naming);
  const wanted: Readonly<Record<string, string>> = {
    ...applicationFiles(naming),
    [`test/routes/${naming.name}.yml`]: routesText(naming),
    ...(found.read('apps/runbooks.ts') === undefined && {
      'apps/runbooks.ts': runbooksText(found.address, naming.language),
    }),
    ...(main === undefined && {
      'tsconfig.json': tsconfig,
      '.gitignore': gitignore,
      '.github/workflows/monitoring.yml': githubWorkflow,
      '.gitlab-ci.yml': gitlabPipeline,
      'README.md': readmeText(naming),
    }),
  };
  const kept = Object.keys(wanted).filter((path) => found.read(path) !== undefined);
  const packaged = packageJson(found.read('package.json'), found.folder, found.package);
  return {
    files: {
      ...Object.fromEntries(Object.entries(wanted).filter(([path]) => !kept.includes(path))),
      ...(added !== undefined && { 'main.ts': added }),
      ...(main === undefined && packaged !== found.read('package.json') && { 'package.json': packaged }),
    },
    changed: ['main.ts', 'package.json'].filter((path) => found.read(path) !== undefined),
    kept,
    ...(added === undefined && { byHand: byHand(naming) }),
  };
};
