import { describe, expect, test } from '@jest/globals';
import { namesFiles, valued } from '#bin/rule-files.mjs';
import { known as estates } from '#proof/command/options.js';
import { known as mutants } from '#proof/mutate/asked.js';
import { known as routes } from '#proof/routes/command.js';
import { known as files } from '#proof/rules/options.js';
import { files as folder } from './said.js';

describe('prove is asked for rule files where a word', () => {
  test.each([
    ['ends as their names do, there or not', ['no-such.yml']],
    ['is a file', ['sound.yml']],
    ['is a folder', ['nested']],
    ['stands for standard input', ['-']],
    ['stands behind options', ['--mutate', '--since', 'main', 'sound.yml']],
  ])('%s', (_, args) => {
    expect(namesFiles(args, folder)).toBe(true);
  });
});

describe('prove is asked for alerts of the estate where', () => {
  test.each([
    ['nothing is named', []],
    ['a word is the name of an alert', ['HighErrorRate']],
    ['a file is of tests of routes', ['--routes', 'routes.yml']],
    ['a file is written', ['--format', 'json=a.json']],
    ['a file is the promtool', ['--promtool', 'sound.yml']],
    ['a folder is the name of an application', ['-a', 'nested']],
  ])('%s', (_, args) => {
    expect(namesFiles(args, folder)).toBe(false);
  });
});

test('every option of prove that takes a value is known before anything is loaded', () => {
  const taking = [estates, mutants, routes, files].flatMap((options) =>
    Object.entries(options).flatMap(([name, { type }]) => (type === 'string' ? [name] : [])),
  );
  expect(Object.keys(valued).toSorted()).toEqual([...new Set(taking)].toSorted());
});
