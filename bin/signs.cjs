// How a file is known to be as it was: by its size and times, and where these differ, by its content.
'use strict';
const { createHash } = require('node:crypto');
const { readFileSync, readdirSync, statSync } = require('node:fs');

const absent = { throwIfNoEntry: false };

/** The content of a file, or the names in a folder, as a sum; nothing where neither is there. */
const sumOf = (path) => {
  const stat = statSync(path, absent);
  if (stat === undefined) return '';
  const content = stat.isDirectory() ? readdirSync(path).sort().join('\0') : readFileSync(path);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
};

/** What a file is known by: `[size, mtime, ctime]`, of a folder what changes with its names; of what is not there -1. */
const signOf = (path) => {
  const stat = statSync(path, absent);
  if (stat === undefined) return [-1, 0, 0];
  return stat.isDirectory() ? [-2, stat.mtimeMs, 0] : [stat.size, stat.mtimeMs, stat.ctimeMs];
};

/** What files were found to be by comparisons of this run: several records tell of the same sources. */
const looked = new Map();
let lookedSince = Date.now();
const lookAt = (path) => {
  const sign = looked.get(path) ?? signOf(path);
  looked.set(path, sign);
  return sign;
};

/** A run begins: what was found of files before is not asked again. */
const lookAnew = () => {
  looked.clear();
  lookedSince = Date.now();
};

/** So many milliseconds may pass until a file system gives a later time to what is written later. */
const tick = 20;

/**
 * What is known of files, in one flat list, for it is read at every run: path, size, mtime, ctime, sum of each. A file that was written since
 * `began` may have been read before that: it is known by nothing, and so differs.
 *
 * @param known The sums of those that are known already.
 * @param earlier A list of before: of what has the same sign the sum is the same.
 */
const signed = (paths, began, known = new Map(), earlier = []) => {
  const before = new Map();
  for (let i = 0; i < earlier.length; i += 5) before.set(earlier[i], i);
  const sumBefore = (path, sign) => {
    const i = before.get(path);
    return i !== undefined && sign.every((each, k) => each === earlier[i + 1 + k]) && earlier[i + 4] !== '?'
      ? earlier[i + 4]
      : undefined;
  };
  return paths.flatMap((path) => {
    const sign = signOf(path);
    const isRead = Math.max(sign[1], sign[2]) < began - tick;
    return [path, ...sign, isRead ? (known.get(path) ?? sumBefore(path, sign) ?? sumOf(path)) : '?'];
  });
};

/**
 * The files of which something differs: in content, not only in time. Each is looked at once in a run; one that is written after that differs
 * from its sign in the next.
 *
 * @param at When they were signed: what was written just before may have been written again since, in the same tick.
 * @param differ What is said of each that does; `true` ends the search.
 */
const compare = (list, at, differ) => {
  let isTouched = false;
  for (let i = 0; i < list.length; i += 5) {
    const [size, mtime, ctime] = lookAt(list[i]);
    const isSame = size === list[i + 1] && mtime === list[i + 2] && ctime === list[i + 3];
    if (isSame && list[i + 4] !== '?' && Math.max(mtime, ctime) < at - tick) continue;
    isTouched = true;
    const isKnown = list[i + 4] !== '' && list[i + 4] !== '?';
    if ((!isKnown || sumOf(list[i]) !== list[i + 4]) && differ(list[i]) === true) break;
  }
  return isTouched;
};

/** The same files, whose content was found to be the same, signed anew. */
const signedAgain = (list, now) => {
  const known = new Map();
  for (let i = 0; i < list.length; i += 5) known.set(list[i], list[i + 4]);
  // what was written since they were looked at may be another
  return signed([...known.keys()], Math.min(now, lookedSince), known);
};

exports.sumOf = sumOf;
exports.signOf = signOf;
exports.lookAnew = lookAnew;
exports.signed = signed;
exports.signedAgain = signedAgain;
exports.compare = compare;
exports.tick = tick;
