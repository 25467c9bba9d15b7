import { parseAllDocuments } from 'yaml';
import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';
import type { GivenFile } from '#ground/yaml-objects.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A document of OpenSLO, and where it stands. */
export interface Document {
  readonly file: string;
  readonly kind: string;
  readonly name: string;
  readonly metadata: Fields;
  readonly spec: Fields;
}

export const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});
export const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().replaceAll(/\s+/g, ' ') : undefined;
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** What stands in the place of a document of its own, or is one. */
export const documentOf = (value: Fields, file: string): Document => {
  const metadata = fieldsOf(value['metadata']);
  return {
    file,
    kind: textOf(value['kind']) ?? '',
    name: textOf(metadata['name']) ?? '',
    metadata,
    spec: fieldsOf(value['spec']),
  };
};

/**
 * The documents of OpenSLO v1 in files; others are passed over.
 *
 * @throws UsageError on what is no YAML, and where there is no objective.
 */
export const documentsIn = (files: readonly GivenFile[]): readonly Document[] => {
  const found = files.flatMap(({ file, text }) =>
    parseAllDocuments(text).flatMap((document) => {
      const [error] = document.errors;
      if (error !== undefined) throw new UsageError([`${file} is no YAML: ${error.message.split('\n')[0]}`]);
      const value: unknown = document.toJS();
      const objects = Array.isArray(value) ? value : [value];
      return objects
        .filter(isObject)
        .filter(({ apiVersion }) => apiVersion === 'openslo/v1')
        .map((each) => documentOf(each, file));
    }),
  );
  if (!found.some(({ kind }) => kind === 'SLO'))
    throw new UsageError([
      `there is no SLO of OpenSLO in ${files.map(({ file }) => file).join(', ')}: apiVersion: openslo/v1, kind: SLO`,
    ]);
  return found;
};
