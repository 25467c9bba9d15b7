import { describe, expect, test } from '@jest/globals';
import { readOptions } from '#proof/command/options.js';

describe('the words after cheomseong prove', () => {
  test('are names of alerts', () => {
    expect(readOptions(['A', 'B']).alerts).toEqual(['A', 'B']);
  });

  test('may name applications', () => {
    expect(readOptions(['--application', 'shop', '-a=x', '--application=club']).applications).toEqual([
      'shop',
      '=x',
      'club',
    ]);
  });

  test('may name promtools', () => {
    expect(readOptions(['--promtool', '/opt/promtool']).promtools).toEqual(['/opt/promtool']);
  });

  test('may ask for fresh verdicts', () => {
    expect([readOptions([]).fresh, readOptions(['--fresh']).fresh]).toEqual([false, true]);
  });

  test.each([
    [['--format', 'json'], [{ format: 'json' }]],
    [
      ['--format', 'junit=a=b.xml,github'],
      [{ format: 'junit', file: 'a=b.xml' }, { format: 'github' }],
    ],
    [
      ['-f', 'sarif=s.json', '-f', 'table'],
      [{ format: 'sarif', file: 's.json' }, { format: 'table' }],
    ],
  ])('ask for forms: %j', (args, outputs) => {
    expect(readOptions(args).outputs).toEqual(outputs);
  });
});

describe('refused is', () => {
  test.each([
    [
      'an option that there is not',
      ['--aplication', 'x'],
      '--aplication: there is no such option; --application is meant?',
    ],
    ['a short one that there is not', ['-x'], '-x: there is no such option'],
    [
      'a form that there is not',
      ['--format', 'junt=a.xml'],
      '--format junt: there is no such form; junit is meant? There are table, json, junit, github, gitlab, sarif.',
    ],
    [
      'a form without the name of its file',
      ['--format', 'junit='],
      '--format junit=: the name of a file is missing after =',
    ],
    [
      'more than one form on standard output',
      ['--format', 'json,table'],
      '--format: one form can go to standard output; write the others to files, e.g. junit=proofs.xml',
    ],
    ['an option without its value', ['--promtool'], '--promtool needs a value; see --help'],
    ['a value where none is taken', ['--fresh=yes'], '--fresh takes no value'],
  ])('%s', (_, args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('all that is wrong at once', () => {
    expect(() => readOptions(['--frsh', '--format', 'xml'])).toThrow(/--frsh: .*\n--format xml: /);
  });
});
