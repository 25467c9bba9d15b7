import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { isObject } from '#ground/field.js';
import { readFiles } from '#synth/folder.js';
import { readByOld } from '../../ground/old-reader.js';

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

/** Files that a ConfigMap holds are read as files too, by whoever mounts them. */
const heldBy = (path: string, text: string): readonly (readonly [string, string])[] => {
  const { kind, data }: { kind?: string; data?: unknown } = parse(text);
  return kind === 'ConfigMap' && isObject(data)
    ? Object.entries(data)
        .filter(([key]) => isYaml(key))
        .map(([key, held]) => [`${path} ${key}`, String(held)])
    : [];
};

const files = [...readFiles('dist')]
  .filter(([path]) => isYaml(path))
  .flatMap(([path, text]) => [[path, text] as const, ...heldBy(path, text)]);

describe('readers of YAML 1.1 and of YAML 1.2 read the same (mistake 60)', () => {
  test.each(files)('%s', (_, text) => {
    expect(readByOld(text)).toEqual(parseAllDocuments(text).map((each) => each.toJS() as unknown));
  });
});
