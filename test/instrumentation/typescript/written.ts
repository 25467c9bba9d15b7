import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder below the repository, so that a module's packages are found from it. */
export const folder = (): string => {
  mkdirSync('.cache/instrumentation', { recursive: true });
  return mkdtempSync(join(process.cwd(), '.cache/instrumentation/'));
};

export const write = (root: string, files: Readonly<Record<string, string>>): void =>
  Object.entries(files).forEach(([path, text]) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  });

/** Does something with files in a folder that is gone afterwards. */
export const withFiles = <T>(files: Readonly<Record<string, string>>, use: (root: string) => T): T => {
  const root = folder();
  try {
    write(root, files);
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
