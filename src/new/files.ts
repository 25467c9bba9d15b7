import { applicationFiles } from './application.js';
import type { Found } from './found.js';
import { byHand, mainText, withApplication } from './main-file.js';
import type { Naming } from './naming.js';
import { type Package, packageJson } from './package-json.js';
import { githubWorkflow, gitlabPipeline } from './pipelines.js';
import { gitignore, runbooksText, tsconfig } from './project.js';
import { type Kind, readmeText } from './readme.js';

/** What is to be done: files to write, which of them were there, what is left alone, and what a person must add by hand. */
export interface Made {
  readonly files: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
  readonly kept: readonly string[];
  readonly byHand?: string;
}

/** What an estate has, whatever its applications. */
const estateFiles = (naming: Naming, found: Found, kind: Kind): Readonly<Record<string, string>> => ({
  [`${found.base}tsconfig.json`]: tsconfig,
  '.gitignore': gitignore,
  [`${found.top}.github/workflows/monitoring.yml`]: githubWorkflow(found),
  [`${found.top}.gitlab-ci.yml`]: gitlabPipeline(found),
  [`${found.base}README.md`]: readmeText(naming, found, kind),
  [found.main]: mainText(naming, found),
});

/**
 * The files of a new application, and of its estate where there is none yet. What is there already is kept, but for main.ts and
 * package.json, which are added to.
 *
 * @param files Those of the application itself; of one that answers HTTP without.
 */
export const madeOf = (
  naming: Naming,
  found: Found,
  own: Package,
  files: Readonly<Record<string, string>> = applicationFiles(naming, found),
  kind: Kind = 'new',
): Made => {
  const { read, main, base, address, below, docs, ending } = found;
  const estate = read(main);
  const added = estate === undefined ? undefined : withApplication(estate, naming, ending);
  const packaged = packageJson(found, own);
  const runbooks = `${base}apps/runbooks.ts`;
  const wanted: Readonly<Record<string, string>> = {
    ...files,
    ...(estate === undefined
      ? {
          [runbooks]: runbooksText(address, `${below}${docs}`, naming.language),
          ...estateFiles(naming, found, kind),
        }
      : read(runbooks) === undefined && {
          [runbooks]: runbooksText(address, `${below}docs`, naming.language),
        }),
  };
  const kept = Object.keys(wanted).filter((path) => read(path) !== undefined);
  const changes = {
    ...(added !== undefined && { [main]: added }),
    ...(estate === undefined && packaged !== read('package.json') && { 'package.json': packaged }),
  };
  return {
    files: {
      ...Object.fromEntries(Object.entries(wanted).filter(([path]) => !kept.includes(path))),
      ...changes,
    },
    changed: Object.keys(changes).filter((path) => read(path) !== undefined),
    kept,
    ...(estate !== undefined && added === undefined && { byHand: byHand(naming, ending) }),
  };
};
