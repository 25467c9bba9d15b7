import { readFile, writeFile } from 'node:fs/promises';

/** Debian's Alertmanager opens its default templates by this absolute path, where only root could put them. */
const installedShare = '/usr/share/prometheus/alertmanager';
/** As long, so that nothing in the program moves: the same folder, seen from the folder of the program. */
const relativeShare = './../share/prometheus/alertmanager';

/** Lets a program of the package run from the cache: it finds its templates when it runs in the folder it lies in. */
export const relocate = async (program: string): Promise<void> => {
  const bytes = await readFile(program);
  const first = bytes.indexOf(installedShare);
  for (let at = first; at !== -1; at = bytes.indexOf(installedShare, at)) bytes.write(relativeShare, at);
  if (first !== -1) await writeFile(program, bytes);
};
