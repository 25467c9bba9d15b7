// What is kept of a synthesis in which all was well, so that the next is answered at once: see unchanged.cjs.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { madeOf } from './made.cjs';
import { installation, kept, own } from './setting.cjs';
import { signed } from './signs.cjs';
import { isPlain, recordOf, surfaceOf, writeRecord } from './unchanged.cjs';

/** The product's own programs, where it is not installed as a package, which its lock tells. */
const programs = () =>
  own.includes('node_modules') ? [] : readdirSync(join(own, 'bin')).map((name) => join(own, 'bin', name));

/** What the compiler read, when it last had nothing to say. */
const typesRead = () => {
  const file = kept('synth', 'types.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).files : [];
};

/** Of several lists of signs each path once. */
const each = (...lists) => {
  const seen = new Map();
  for (const list of lists)
    for (let i = 0; i < list.length; i += 5) if (!seen.has(list[i])) seen.set(list[i], list.slice(i, i + 5));
  return [...seen.values()].flat();
};

/**
 * Keeps what was said of what stands, with the signs of all that it followed from and of all that stands.
 *
 * @param args The words after `synth`.
 * @param all What is said, and what stands as publishing has found it.
 * @param began When the run began: what it reads may have changed since.
 * @param sources The signs of sources, by which they were read.
 * @param read What was read beside them: files and folders.
 * @param env Names of the environment that were read, with their values.
 */
export const remember = (args, { stood, out, err }, { began, sources, read, env }) => {
  const words = args.filter((word) => word !== '--fresh');
  if (!isPlain(words) || process.env.CDK8S_OUTDIR !== undefined) return;
  const inputs = signed([...new Set([...read, ...programs(), ...installation()])], began);
  const { told, bytes } = madeOf(stood);
  const files = each(sources, typesRead(), inputs);
  writeRecord(
    recordOf(words),
    { surface: surfaceOf(), env, out, err, at: Date.now(), files, made: told },
    bytes,
  );
};
