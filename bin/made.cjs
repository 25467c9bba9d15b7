// What a run has made, as it stands: of a fleet these are ten thousands of files, which are told in numbers and read only where all that they
// were made of is as it was.
'use strict';
const { sumOf, signOf, tick } = require('./signs.cjs');

/** The size of a file, and when it and what is told of it changed last; of a folder when its names did. */
const numbers = 3;

/**
 * Signs of what stands: `{ told, bytes }`, what is kept as JSON and what is kept beside that.
 *
 * @param stood `{ path, at, paths, stamps, folders }` of each folder or file that was written, as publishing has found it: `at` is when it began to look.
 */
const madeOf = (stood) => {
  const [paths, stamps, sums] = [[], [], {}];
  const keep = (path, [size, mtime, ctime], at) => {
    paths.push(path);
    stamps.push(size, mtime, ctime);
    // what was written when it was looked at may be written again in the same tick
    if (Math.max(mtime, ctime) >= at - 2 * tick) sums[path] = sumOf(path);
  };
  for (const { path, at, paths: files, stamps: known, folders } of stood) {
    const full = (below) => (below === '' ? path : `${path}/${below}`);
    for (const [below, time] of folders) keep(full(below), [-2, time, 0], at);
    const width = known.length / files.length;
    for (const [i, below] of files.entries()) {
      const size = known[i * width];
      const sign = size < 0 ? signOf(full(below)) : known.subarray(i * width, i * width + numbers);
      keep(full(below), sign, at);
    }
  }
  const bytes = Buffer.concat([Buffer.from(new Float64Array(stamps).buffer), Buffer.from(paths.join('\n'))]);
  return { told: { count: paths.length, sums }, bytes };
};

const read = ({ count }, bytes) => {
  const end = count * numbers * Float64Array.BYTES_PER_ELEMENT;
  // of a copy, which begins where numbers may begin
  const stamps = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + end));
  return { stamps, paths: count === 0 ? [] : bytes.toString('utf8', end).split('\n') };
};

/**
 * Whether all of it stands as it stood: 'same', 'touched' where that was seen by the content of files that were written just before they were
 * signed, and 'another' otherwise.
 */
const standsAsMade = (told, bytes, at) => {
  const { stamps, paths } = read(told, bytes);
  if (paths.length !== told.count) return 'another';
  let found = 'same';
  for (const [i, path] of paths.entries()) {
    const [size, mtime, ctime] = signOf(path);
    if (
      size !== stamps[i * numbers] ||
      mtime !== stamps[i * numbers + 1] ||
      ctime !== stamps[i * numbers + 2]
    )
      return 'another';
    if (Math.max(mtime, ctime) < at - tick) continue;
    if (told.sums[path] !== sumOf(path)) return 'another';
    found = 'touched';
  }
  return found;
};

exports.madeOf = madeOf;
exports.standsAsMade = standsAsMade;
