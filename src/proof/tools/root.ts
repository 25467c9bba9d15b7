import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nearest = (folder: string): string =>
  existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : nearest(dirname(folder));

/** The project's folder: the nearest above this file with a package.json, wherever a bundle says that this file is. */
export const projectRoot = (): string => nearest(dirname(fileURLToPath(import.meta.url)));
