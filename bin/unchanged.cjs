// A synthesis of which nothing changed is answered before anything of the project is loaded: what it was made of and what it made are known by
// their sizes and times, and where these differ by their content.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { kept } = require('./setting.cjs');
const { standsAsMade } = require('./made.cjs');
const { compare, signedAgain } = require('./signs.cjs');
const { replace } = require('./replace.cjs');

/** What is said of a synthesis of these words, and of what it was made: see `remember` of remember.mjs. */
const recordOf = (words) =>
  kept('synth', `unchanged${words.map((word) => word.replace('--', '-')).join('')}.json`);

/** The words of a synthesis that may be answered so: what it tells for programs is told anew. */
const isPlain = (words) => words.every((word) => word === '--check');

/** It is one line of JSON, after which stands what was made: of a fleet most of it, which is not read where a source changed. */
const readRecord = (file) => {
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n') + 1;
  return { record: JSON.parse(bytes.toString('utf8', 0, end)), made: bytes.subarray(end) };
};

const writeRecord = (file, record, made) =>
  replace(file, Buffer.concat([Buffer.from(`${JSON.stringify(record)}\n`), made]));

/** On what the words depend in which it is told, beside what is told. */
const surfaceOf = () => [
  process.version,
  process.arch,
  process.stderr.isTTY === true,
  process.stdout.isTTY === true,
];

const isSameEnvironment = (read) =>
  Object.entries(read).every(([name, value]) => (process.env[name] ?? null) === value);

/** Says what was said last, where all that it followed from is as it was; whether it was. */
const answered = (words) => {
  const file = recordOf(words);
  if (!isPlain(words) || !existsSync(file)) return false;
  const { record, made } = readRecord(file);
  const { surface, env, files, at, out, err } = record;
  if (surface.join() !== surfaceOf().join() || !isSameEnvironment(env)) return false;
  const now = Date.now();
  let isSame = true;
  const isTouched = compare(files, at, () => !(isSame = false));
  const standing = isSame ? standsAsMade(record.made, made, at) : 'another';
  if (standing === 'another') return false;
  if (isTouched || standing === 'touched')
    writeRecord(file, { ...record, at: now, files: signedAgain(files, now) }, made);
  process.stderr.write(err);
  process.stdout.write(out);
  return true;
};

exports.answered = answered;
exports.isPlain = isPlain;
exports.recordOf = recordOf;
exports.writeRecord = writeRecord;
exports.surfaceOf = surfaceOf;
