import { existsSync, readdirSync } from 'node:fs';

/** Whether a process of this id runs: one that may not be asked does. */
const runs = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** The id of the process that made something of this name, where it has one: `4711`, `4711-x2Vq7f`. */
const makerOf = (rest) => Number(/^([1-9]\d*)(-|$)/.exec(rest)?.[1]);

/**
 * The names in `folder` that begin with `prefix` and go on with the id of a process that has ended: it was killed before it could remove
 * them. What has our own id is of a process that had it before us, and what has none nobody removes.
 */
export const leftBehind = (folder, prefix) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.startsWith(prefix))
    .filter((name) => {
      const pid = makerOf(name.slice(prefix.length));
      return Number.isNaN(pid) || pid === process.pid || !runs(pid);
    });
