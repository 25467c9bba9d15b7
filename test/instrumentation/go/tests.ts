import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { programsFolder } from './workspace.js';

/** `TestAPanicIs500AndGoesOn` as a sentence. */
const sentence = (name: string): string =>
  name
    .replace(/^Test/, '')
    .replace(/([A-Z]+(?=[A-Z][a-z]|$)|[A-Z][a-z]+|\d+)/g, ' $1')
    .trim()
    .replace(/\b[A-Z](?=[a-z]|\b)/g, (letter) => letter.toLowerCase());

/** The tests that Go has, by their names, each with what it says. */
export const goTests: readonly { readonly name: string; readonly says: string }[] = readdirSync(programsFolder)
  .filter((file) => file.endsWith('_test.go'))
  .flatMap((file) => [...readFileSync(join(programsFolder, file), 'utf8').matchAll(/^func (Test\w+)\(t \*testing/gm)])
  .map(([, name = '']) => ({ name, says: sentence(name) }));

/** What came of each, by its name: nothing where it passed, else what it said. */
export const outcomes = (stdout: string): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  const ended = new Map<string, string>();
  for (const line of stdout.split('\n').filter((each) => each.startsWith('{"Time"'))) {
    const { Action, Test, Output = '' }: Event = JSON.parse(line);
    if (Test === undefined) continue;
    if (Action === 'output') said.set(Test, (said.get(Test) ?? '') + Output);
    else if (Action === 'pass') ended.set(Test, '');
    else if (Action === 'fail' || Action === 'skip') ended.set(Test, said.get(Test) ?? Action);
  }
  return ended;
};

interface Event {
  readonly Action: string;
  readonly Test?: string;
  readonly Output?: string;
}
