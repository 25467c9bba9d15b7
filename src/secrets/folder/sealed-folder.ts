import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isObject, valueAt } from '#ground/field.js';

/** An object of a file in a folder of sealed Secrets. */
export interface InFolder {
  readonly file: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The keys of which a sealed one has a value. */
  readonly keys: readonly string[];
}

const textAt = (value: unknown, field: readonly string[]): string => {
  const found = valueAt(value, field);
  return typeof found === 'string' ? found : '';
};

/** Every object of a file; of what is no YAML nothing, for ArgoCD tells of that. */
const objectsOf = (file: string, text: string): readonly InFolder[] =>
  parseAllDocuments(text).flatMap((document) => {
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS();
    if (!isObject(value)) return [];
    const sealed = valueAt(value, ['spec', 'encryptedData']);
    return [
      {
        file,
        kind: textAt(value, ['kind']),
        namespace: textAt(value, ['metadata', 'namespace']),
        name: textAt(value, ['metadata', 'name']),
        keys: isObject(sealed) ? Object.keys(sealed) : [],
      },
    ];
  });

/** The objects in the files of a folder, in their order; none where it is not there. */
export const objectsIn = (folder: string): readonly InFolder[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(ya?ml|json)$/.test(path))
        .sort()
        .flatMap((path) => objectsOf(path, readFileSync(join(folder, path), 'utf8')))
    : [];
