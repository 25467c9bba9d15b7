// What is kept of a synthesis in which all was well, so that the next is answered at once: see unchanged.cjs.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installation, kept, own } from './setting.cjs';
import { replace } from './replace.cjs';
import { signed, signedIfRacy } from './signs.cjs';
import { isPlain, recordOf, surfaceOf } from './unchanged.cjs';

/** A folder with all that is in it; a file alone. */
const allIn = (path) => {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return [
    path,
    ...entries.flatMap((each) =>
      each.isDirectory() ? allIn(join(path, each.name)) : [join(path, each.name)],
    ),
  ];
};

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
 * @param began When the run began: what it reads may have changed since.
 * @param sources The signs of sources, by which they were read.
 * @param read What was read beside them: files and folders.
 * @param env Names of the environment that were read, with their values.
 */
export const remember = (args, { paths, out, err }, { began, sources, read, env }) => {
  const words = args.filter((word) => word !== '--fresh');
  if (!isPlain(words) || process.env.CDK8S_OUTDIR !== undefined) return;
  const made = paths.flatMap(allIn);
  const inputs = signed([...new Set([...read, ...programs(), ...installation()])], began);
  const record = { surface: surfaceOf(), env, out, err };
  const files = each(sources, typesRead(), inputs, signedIfRacy(made));
  replace(recordOf(words), JSON.stringify({ ...record, at: Date.now(), files }));
};
