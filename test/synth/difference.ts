import { diffLinesUnified } from 'jest-diff';
import { stringify } from 'yaml';
import type { Difference } from './compare.js';
import { indented } from '#ground/indented.js';

const plain = (text: string): string => text;

/** The lines that differ, `-` before and `+` after, behind the line numbers where they stand. */
const lineDiff = (before: readonly string[], after: readonly string[]): string =>
  diffLinesUnified([...before], [...after], {
    aColor: plain,
    bColor: plain,
    changeColor: plain,
    commonColor: plain,
    patchColor: plain,
    contextLines: 0,
    expand: false,
    omitAnnotationLines: true,
  });

/** A value as lines: a text as it is, anything else as YAML. */
const linesOf = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  return (typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }).trimEnd()).split('\n');
};

const entry = ({ field, before, after }: Difference): readonly string[] => {
  if (field === '' && before === undefined) return ['  is new'];
  if (field === '' && after === undefined) return ['  is no longer made'];
  const [from, to] = [linesOf(before), linesOf(after)];
  const values =
    from.length > 1 || to.length > 1
      ? indented(lineDiff(from, to), '    ')
      : [`    before  ${from[0] ?? '(nothing)'}`, `    after   ${to[0] ?? '(nothing)'}`];
  return [`  ${field === '' ? 'the text' : field}`, ...values];
};

/** The differences as a person reads them in a terminal, and the command that accepts them. */
export const differenceText = (differences: readonly Difference[], folder = 'dist'): string => {
  const objects = [...new Set(differences.map(({ object }) => object))];
  return [
    `${folder}/ is not what the code makes: ${objects.length} object${objects.length === 1 ? '' : 's'} differ${objects.length === 1 ? 's' : ''}.`,
    ...objects.flatMap((object) => [
      '',
      object,
      ...differences.filter((one) => one.object === object).flatMap(entry),
    ]),
    '',
    'To accept this: npm run synth',
  ].join('\n');
};
