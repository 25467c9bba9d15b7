import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { kept } from '#ground/cache.js';
import { type PageEstate, slugOf } from './estate.js';

/** Writes the estates of pages, each in a folder of its own, where the project's packages are found. */
export const writtenEstates = (estates: readonly PageEstate[]): string => {
  mkdirSync(kept(), { recursive: true });
  const folder = mkdtempSync(kept('snippets-'));
  for (const { page, files } of estates)
    for (const [path, text] of files) {
      const at = join(folder, slugOf(page), path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  const options = {
    ...{ incremental: false, tsBuildInfoFile: null, allowImportingTsExtensions: true },
    noUnusedLocals: false,
  };
  const config = {
    extends: relative(folder, 'tsconfig.json'),
    compilerOptions: options,
    include: ['**/*.ts'],
    exclude: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return folder;
};

/** What the compiler says of all of them, by the page's name in their paths: one run of it. */
export const compilerOn = (folder: string): readonly string[] => {
  const compiler = ['node_modules/typescript-native/bin/tsc', '-p', folder, '--pretty', 'false'];
  const { stdout, stderr } = spawnSync(process.execPath, compiler, { encoding: 'utf8' });
  return (stdout + stderr).split(/^(?=\S+\(\d+,\d+\): error )/m).filter((said) => said.trim() !== '');
};
