// Rows of texts, one for each application of a fleet, in files that are written once, and an index that tells where each text is: a run reads
// of them what it asks for, and writes the rows that are other ones.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { replace } from './replace.cjs';

/** Of each row so many numbers stand before the lengths of its texts: of its file, and where it begins there. */
const before = 2;

const bytesAt = (handle, start, length) => {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const read = readSync(handle, bytes, done, length - done, start + done);
    if (read === 0) throw new Error('a file of rows is shorter than it was');
    done += read;
  }
  return bytes;
};

/**
 * A row that is written: `{ file, start, lengths }`, the length of each text by the number of its column, one more than that, so that 0 is
 * where there is none.
 */
const sizeOf = ({ lengths }) => lengths.reduce((sum, each) => sum + Math.max(each - 1, 0), 0);

/** The text of a row in a column; nothing where there is none. */
export const textAt = ({ file, start, lengths }, column) => {
  const length = lengths[column] ?? 0;
  if (length < 2) return length === 0 ? undefined : '';
  let from = start;
  for (let i = 0; i < column; i += 1) if (lengths[i] > 1) from += lengths[i] - 1;
  return bytesAt(file.handle, from, length - 1).toString('utf8');
};

/** All texts of a row by their columns. */
export const textsOf = (row) =>
  [...row.lengths].flatMap((length, column) => (length === 0 ? [] : [[column, textAt(row, column)]]));

/** A file is opened before it is needed: whoever removes it meanwhile takes nothing from who reads it. */
const opened = (path, size) => {
  const handle = openSync(path, 'r');
  if (fstatSync(handle).size === size) return { path, size, handle };
  closeSync(handle);
  throw new Error(`${path} has not its ${size} bytes`);
};

/**
 * What is kept by an index: `{ said, columns, rows }`, what was said of all of it, the number of each column by its name, and rows by their
 * names, each with its key. Nothing where anything of it is not there as it was written.
 */
export const readRows = (index) => {
  if (!existsSync(index)) return undefined;
  try {
    const bytes = readFileSync(index);
    const end = bytes.indexOf('\n') + 1;
    const { said, columns, files: named, names } = JSON.parse(bytes.toString('utf8', 0, end));
    const files = named.map(([name, size]) => opened(join(dirname(index), name), size));
    // of a copy, which begins where numbers may begin
    const numbers = new Uint32Array(
      bytes.buffer.slice(bytes.byteOffset + end, bytes.byteOffset + bytes.length),
    );
    const width = before + columns.length;
    if (numbers.length !== names.length * width) return undefined;
    const row = ([, key], i) => {
      const own = numbers.subarray(i * width, (i + 1) * width);
      return { key, file: files[own[0]], start: own[1], lengths: own.subarray(before) };
    };
    return {
      said,
      columns: new Map(columns.map((name, i) => [name, i])),
      rows: new Map(names.map((each, i) => [each[0], row(each, i)])),
    };
  } catch {
    return undefined;
  }
};

/** What writes rows into a file of this run: texts by the numbers of their columns. */
export const rowWriter = (path) => {
  let file;
  return (texts) => {
    file ??= { path, size: 0, handle: openSync(path, 'w+') };
    const lengths = [];
    const parts = [...texts]
      .sort(([one], [other]) => one - other)
      .map(([column, text]) => {
        const bytes = Buffer.from(text);
        lengths[column] = bytes.length + 1;
        return bytes;
      });
    const all = Buffer.concat(parts);
    for (let done = 0; done < all.length;)
      done += writeSync(file.handle, all, done, all.length - done, file.size + done);
    const row = { file, start: file.size, lengths: Array.from(lengths, (each) => each ?? 0) };
    file.size += all.length;
    return row;
  };
};

/** So many files may hold rows: where more would, all rows are written into one. */
const most = 24;

/** The same rows in one file. */
const together = (rows, path) => {
  const file = { path, size: 0, handle: openSync(path, 'w+') };
  return rows.map((row) => {
    const bytes = bytesAt(row.file.handle, row.start, sizeOf(row));
    writeSync(file.handle, bytes, 0, bytes.length, file.size);
    const start = file.size;
    file.size += bytes.length;
    return { ...row, file, start };
  });
};

/** How the name of a file of rows begins: by that of its index. */
const prefixOf = (index) => `${basename(index)}.rows-`;

/**
 * Keeps rows by an index: what it kept before and what is none of these goes.
 *
 * @param rows `[name, row]`, each row with its key.
 * @param run A folder of this run, in which files stand that this run has written.
 */
export const keepRows = (index, { said, columns, rows: given }, run) => {
  const folder = dirname(index);
  mkdirSync(folder, { recursive: true });
  const named = given.map(([name]) => name);
  const all = given.map(([, row]) => row);
  const isMany = new Set(all.map(({ file }) => file)).size > most;
  const rows = isMany ? together(all, join(run, `${basename(index)}.together-${randomUUID()}`)) : all;
  const files = [...new Set(rows.map(({ file }) => file))];
  const places = new Map(files.map((file, i) => [file, i]));
  for (const file of files.filter(({ path }) => dirname(path) !== folder)) {
    const path = join(folder, `${prefixOf(index)}${randomUUID()}`);
    renameSync(file.path, path);
    file.path = path;
  }
  const width = before + columns.size;
  const numbers = new Uint32Array(rows.length * width);
  for (const [i, { file, start, lengths }] of rows.entries()) {
    numbers[i * width] = places.get(file);
    numbers[i * width + 1] = start;
    numbers.set(lengths, i * width + before);
  }
  const head = JSON.stringify({
    said,
    columns: [...columns.keys()],
    files: files.map(({ path, size }) => [basename(path), size]),
    names: rows.map(({ key }, i) => [named[i], key]),
  });
  replace(index, Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(numbers.buffer)]));
  const used = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(folder))
    if (name.startsWith(prefixOf(index)) && !used.has(name)) rmSync(join(folder, name), { force: true });
};
