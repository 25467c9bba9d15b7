import { SaxesParser } from 'saxes';
import type { FileAnswer, TestAnswer } from './answer.js';

/**
 * Reads the JUnit XML that promtool writes: the answers by the name of the file.
 *
 * @throws Error on what is no XML.
 */
export const readJunit = (xml: string): ReadonlyMap<string, FileAnswer> => {
  const files = new Map<string, TestAnswer[]>();
  let tests: TestAnswer[] = [];
  let complaints: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: { name: called } }) => {
    text = '';
    if (name === 'testsuite' && called !== undefined) {
      tests = [];
      files.set(called, tests);
    }
    if (name === 'testcase' && called !== undefined) {
      complaints = [];
      tests.push({ test: called, complaints });
    }
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'failure' || name === 'error') complaints.push(text);
  });
  parser.write(xml).close();
  return new Map(
    [...files].map(([file, answers]) => [file, answers.filter(({ complaints }) => complaints.length > 0)]),
  );
};
