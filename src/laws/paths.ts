import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';

/** A text that is to be written, and who writes it. */
export interface Written {
  readonly path: string;
  readonly by: string;
}

/** A path that leads out of the folder that it is written into. */
const leadsOut = (path: string): boolean => path.startsWith('/') || /(^|\/)\.{1,2}(\/|$)/.test(path);

/** Of two that write one path the later would be read alone; and nobody writes outside of what is synthesized. */
export const everyPathIsWrittenOnce = (all: readonly Written[]): readonly Fault[] => [
  ...repeated(all, ({ path }) => path)
    // What one writes twice has one name twice, and is refused for that.
    .filter(([first, again]) => first.by !== again.by)
    .map(([first, { path, by }]) => ({
      where: by,
      what: path,
      code: 'written-twice' as const,
      why: `${first.by} writes ${path} too, and one would overwrite the other`,
      cure: 'give one of the two another name',
    })),
  ...all
    .filter(({ path }) => leadsOut(path))
    .map(({ path, by }) => ({
      where: by,
      what: path,
      code: 'leads-out-of-its-folder' as const,
      why: `'${path}' leads out of the folder that it is written into`,
      cure: 'give it a name without / and leading dots',
    })),
];
