import type { FileAnswer } from './answer.js';

const beginsComplaint = /\n(?= {4}(?:name|expr|rule): )/;
const nameIn = (complaint: string): string | undefined => /^ {4}name: (.*),\n/.exec(complaint)?.[1];
const endsTest = (complaint: string): boolean => complaint.startsWith('    rule: ');

/**
 * Reads what promtool prints on standard error, in which each file that fails has a block, in the order of the files.
 *
 * @param closing The test that a complaint of an expression closes: promtool itself does not name it.
 */
export const readPrinted = (
  stderr: string,
  closing: (complaint: string) => string | undefined,
): readonly FileAnswer[] =>
  stderr
    .replace(/^ {2}WARNING: .*\n/gm, '')
    .split(/^ {2}FAILED:\n/m)
    .slice(1)
    .map((block) => answerOf(block.replace(/\n$/, '').split(beginsComplaint), closing));

const answerOf = (
  complaints: readonly string[],
  closing: (complaint: string) => string | undefined,
): FileAnswer => {
  const tests: { test?: string; closed: boolean; complaints: string[] }[] = [];
  for (const complaint of complaints) {
    const closes = closing(complaint);
    const name = nameIn(complaint) ?? closes;
    const last = tests.at(-1);
    const sameTest = last && !last.closed && (name === undefined || (last.test ?? name) === name);
    const of = sameTest ? last : { closed: false, complaints: [] };
    if (of !== last) tests.push(of);
    of.complaints.push(complaint);
    if (name !== undefined) of.test = name;
    of.closed = closes !== undefined || endsTest(complaint);
  }
  return tests.map(({ test, complaints }) => ({ ...(test !== undefined && { test }), complaints }));
};
