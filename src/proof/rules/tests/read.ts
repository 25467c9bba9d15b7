import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { GivenFile } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, itemsOf, textOf, yamlDocuments } from '#ground/yaml-tree.js';

/** What a test says of an alert at a moment. */
export interface OwnExpectation {
  readonly alert: string;
  readonly line: number;
  /** Whether it is to fire; else it is to be quiet. */
  readonly fires: boolean;
}

/** A file of promtool's tests that somebody wrote. */
export interface OwnTestFile extends GivenFile {
  /** The rule files that it names, from the root. */
  readonly ruleFiles: readonly string[];
  readonly expectations: readonly OwnExpectation[];
}

const isTests = (root: Yaml): boolean =>
  fieldOf(root, 'tests') !== undefined && fieldOf(root, 'rule_files') !== undefined;

const expectationsIn = (root: Yaml): readonly OwnExpectation[] =>
  itemsOf(fieldOf(root, 'tests'))
    .flatMap((test) => itemsOf(fieldOf(test, 'alert_rule_test')))
    .map((each) => ({
      alert: textOf(each, 'alertname') ?? '',
      line: each.line,
      fires: itemsOf(fieldOf(each, 'exp_alerts')).length > 0,
    }));

const special = /[*?[]/;

/** A name of a pattern as Go's `filepath.Match` reads it. */
const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replaceAll(/\\(.)|\*|\?|\[\^?|[.+^${}()|\\]/g, (sign, escaped?: string) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (sign.startsWith('[')) return sign;
      return sign === '*' ? '.*' : sign === '?' ? '.' : `\\${sign}`;
    })}$`,
  );

/** The files of a pattern, as promtool finds them: nothing where there is none. */
const matching = async (folder: string, [first, ...rest]: readonly string[]): Promise<readonly string[]> => {
  if (first === undefined) return (await stat(folder).catch(() => undefined))?.isFile() ? [folder] : [];
  if (!special.test(first)) return matching(join(folder, first), rest);
  const names = (await readdir(folder).catch(() => [])).filter((name) => matcher(first).test(name));
  return (await Promise.all(names.toSorted().map((name) => matching(join(folder, name), rest)))).flat();
};

const found = (pattern: string, folder: string): Promise<readonly string[]> => {
  const parts = resolve(folder, pattern).split('/');
  return matching('/', parts.slice(1));
};

/**
 * The files of promtool's tests among files, with the rule files that each names.
 *
 * @param folder Where somebody typed the command: names of files are of it.
 */
export const ownTestsIn = async (
  files: readonly GivenFile[],
  folder: string,
): Promise<readonly OwnTestFile[]> => {
  const read = await Promise.all(
    files
      .filter(({ text }) => text.includes('rule_files'))
      .map(async (given) => {
        const [document] = yamlDocuments(given.text);
        if (document === undefined || !isTests(document.root)) return [];
        const patterns = itemsOf(fieldOf(document.root, 'rule_files')).flatMap((item) =>
          item.type === 'text' ? [item.text] : [],
        );
        const beside = dirname(resolve(folder, given.file));
        const ruleFiles = (await Promise.all(patterns.map((pattern) => found(pattern, beside)))).flat();
        return [
          { ...given, ruleFiles: [...new Set(ruleFiles)], expectations: expectationsIn(document.root) },
        ];
      }),
  );
  return read.flat();
};
