// What stands where synthesis writes, known by size, times and inode of each file, without reading it: that of a fleet is ten thousands of
// files. Whether anything changed is asked before anything of the library is loaded, so this is not part of it.
import { hash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The SHA-256 of a file, in hexadecimal digits. */
export const sumOf = (bytes) => hash('sha256', bytes, 'hex');

/** What is told of a file by so many numbers, and so many bytes these and its sum take. */
export const numbers = 4;
const bytesOf = { stamps: numbers * Float64Array.BYTES_PER_ELEMENT, sum: 64 };

const tell = (stat, stamps) => {
  stamps.push(stat.isFile() ? stat.size : -1, stat.mtimeMs, stat.ctimeMs, stat.ino);
};

/** The numbers of one file that is there. */
export const stampsOf = (file) => {
  const stamps = [];
  tell(lstatSync(file), stamps);
  return stamps;
};

/** Those of one of the files that stand. */
export const stampsAt = ({ stamps }, index) => stamps.subarray(index * numbers, (index + 1) * numbers);

export const sizeAt = ({ stamps }, index) => stamps[index * numbers];

const mayBeAbsent = { throwIfNoEntry: false };

/** All that stands at a path: below it, where it is a folder; else it is itself the one file, whose path is ''. */
export const standing = (path) => {
  const [paths, stamps, folders, times] = [[], [], [], []];
  const look = (full) => {
    const stat = lstatSync(full, mayBeAbsent);
    if (stat === undefined) return;
    // a part of the whole path costs nothing; one that is put together is put together again when it is looked for
    const below = full.slice(path.length + 1);
    if (!stat.isDirectory()) {
      paths.push(below);
      tell(stat, stamps);
      return;
    }
    folders.push(below);
    times.push(stat.mtimeMs);
    for (const name of readdirSync(full)) look(`${full}/${name}`);
  };
  look(path);
  return { paths, stamps: new Float64Array(stamps), folders, times };
};

/** Where it is recorded what stands at a path: named after it, so that what is recorded of no path can be found. */
export const recordFile = (folder, path) => join(folder, encodeURIComponent(path));

/** The first line: the form of the rest, when it was looked, how many files there were, and the sum of the rest. */
const head = /^standing 1 (\d+) (\d+) ([0-9a-f]{64})\n/;

/** What is recorded; nothing where it was not written by us, as it is. */
export const recordOf = (file) => {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const [line, at, files, sum] = head.exec(bytes.toString('latin1', 0, 128)) ?? [];
  if (line === undefined) return undefined;
  const body = bytes.subarray(line.length);
  if (sumOf(body) !== sum) return undefined;
  const count = Number(files);
  const [sumsAt, pathsAt] = [count * bytesOf.stamps, count * (bytesOf.stamps + bytesOf.sum)];
  const sums = body.toString('latin1', sumsAt, pathsAt);
  const from = bytes.byteOffset + line.length;
  return {
    at: Number(at),
    paths: count === 0 ? [] : body.toString('utf8', pathsAt).split('\n'),
    // of a copy, which begins where numbers may begin
    stamps: new Float64Array(bytes.buffer.slice(from, from + sumsAt)),
    sumAt: (index) => sums.slice(index * bytesOf.sum, (index + 1) * bytesOf.sum),
  };
};

/** Records what stands, and forgets what is recorded of paths that are there no more. What cannot be recorded is read the next time. */
export const record = (file, { at, paths, stamps, sums }) => {
  const body = Buffer.concat([
    Buffer.from(stamps.buffer, stamps.byteOffset, stamps.byteLength),
    Buffer.from(sums.join(''), 'latin1'),
    Buffer.from(paths.join('\n')),
  ]);
  const line = `standing 1 ${Math.floor(at)} ${paths.length} ${sumOf(body)}\n`;
  const [folder, fresh] = [dirname(file), `${file}.${process.pid}`];
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(fresh, Buffer.concat([Buffer.from(line), body]));
    renameSync(fresh, file);
    for (const name of readdirSync(folder))
      if (!existsSync(decodeURIComponent(name))) rmSync(join(folder, name), { force: true });
  } catch {
    if (existsSync(fresh)) rmSync(fresh);
  }
};

/** A file may change twice within what a file system tells as one time: in so many milliseconds it surely does not. */
const within = 2000;

/** Where in a record a path is, which mostly is where it stands among those that are there. */
const indexIn = ({ paths }) => {
  let indices;
  return (path, likely) => {
    if (paths[likely] === path) return likely;
    indices ??= new Map(paths.map((each, index) => [each, index]));
    return indices.get(path);
  };
};

/**
 * The sum of a file that was not touched since it was recorded; nothing where it was, and where it was touched so shortly before that it may
 * have changed after it with the same times.
 */
export const knownBy = (recorded, { paths, stamps }) => {
  if (recorded === undefined) return () => undefined;
  const { at, stamps: then } = recorded;
  const indexOf = indexIn(recorded);
  return (index) => {
    const known = indexOf(paths[index], index);
    if (known === undefined) return undefined;
    const [one, other] = [index * numbers, known * numbers];
    for (let each = 0; each < numbers; each += 1)
      if (stamps[one + each] !== then[other + each]) return undefined;
    const isOld = stamps[one + 1] < at - within && stamps[one + 2] < at - within;
    return isOld && stamps[one] >= 0 ? recorded.sumAt(known) : undefined;
  };
};

/**
 * Whether at a path stands what is recorded, and nothing else. What the record does not tell by itself is read, and recorded as it is now, so
 * that it need not be read again.
 */
export const stands = (path, file) => {
  const recorded = recordOf(file);
  if (recorded === undefined) return false;
  const at = Date.now();
  const now = standing(path);
  if (now.paths.length !== recorded.paths.length) return false;
  const [known, indexOf] = [knownBy(recorded, now), indexIn(recorded)];
  let read = 0;
  const isSame = (below, index) => {
    if (known(index) !== undefined) return true;
    const then = indexOf(below, index);
    if (then === undefined || sizeAt(now, index) < 0) return false;
    read += 1;
    return sumOf(readFileSync(join(path, below))) === recorded.sumAt(then);
  };
  if (!now.paths.every(isSame)) return false;
  if (read > 0)
    record(file, {
      ...now,
      at,
      sums: now.paths.map((below, index) => recorded.sumAt(indexOf(below, index))),
    });
  return true;
};
