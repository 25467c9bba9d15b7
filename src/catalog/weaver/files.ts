import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { nearest } from '#ground/nearest.js';
import { UsageError } from '#ground/usage.js';
import { isRegistry, registryOf } from './registry.js';
import type { Registry } from './registry.js';
import { type Strategy, strategies, usual } from './translated.js';

const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether a source is a registry of OpenTelemetry Weaver, and not what a program exports: a folder, or a file of YAML. */
export const isOfRegistry = (source: string, folder: string): boolean =>
  isYaml(source) || isFolder(resolve(folder, source));

const documentsIn = (file: string, shown: string): readonly unknown[] => {
  try {
    const documents = parseAllDocuments(readFileSync(file, 'utf8'));
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error !== undefined) throw error;
    return documents.map((document): unknown => document.toJS());
  } catch (error) {
    throw new UsageError([
      `${shown} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
};

/**
 * What a file, or all files of a folder, say of a registry; files that say nothing of one are passed over.
 *
 * @throws UsageError on what cannot be read, and where nothing of it declares a metric.
 */
export const registryIn = (source: string, folder: string): Registry => {
  const path = resolve(folder, source);
  const files = isFolder(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(isYaml).toSorted()
    : [''];
  const documents = files.flatMap((file) => documentsIn(join(path, file), join(source, file)));
  const registry = registryOf(documents.filter(isRegistry));
  if (registry.metrics.length === 0)
    throw new UsageError([
      `${source} declares no metric: a registry of Weaver has groups of type metric, or file_format: definition/2 with metrics`,
    ]);
  return registry;
};

/**
 * The strategy of this name; the usual one where none is named.
 *
 * @throws UsageError where there is none.
 */
export const strategyOf = (name: string = usual): Strategy => {
  const names = Object.keys(strategies);
  const isStrategy = (text: string): text is Strategy => names.includes(text);
  if (isStrategy(name)) return name;
  const meant = nearest(name, names);
  throw new UsageError([
    `--names ${name}: ${meant === undefined ? `there are ${names.join(', ')}` : `${meant} is meant?`}`,
  ]);
};
