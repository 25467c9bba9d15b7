import { describe, expect, test } from '@jest/globals';
import { alertsOf } from '../../application/application.js';
import { parts } from '../../estate/estate.js';
import { estate } from '../../main.js';
import { compare } from '../../synth/compare.js';
import { differenceText } from '../../synth/difference.js';
import { readFiles } from '../../synth/folder.js';
import { synthesize } from '../../synth/synthesize.js';

const { charts, laws, pages } = parts(estate);
const made = synthesize(charts, laws);
const committed = readFiles('dist');

const of = (application: string, files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([path]) => path.startsWith(`${application}/`)));

/** Fails with every difference as a person reads it, which an assertion would quote. */
const expectNoDifference = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  folder = 'dist',
): void => {
  const differences = compare(before, after);
  if (differences.length > 0) throw new Error(differenceText(differences, folder));
};

describe('dist/ is what the code makes (pitfall 29):', () => {
  test.each(estate)('$title', ({ name }) => {
    expectNoDifference(of(name, committed), of(name, made));
  });

  test('and holds nothing else', () => {
    const known = new Set(estate.map(({ name }) => name));
    expect([...committed.keys()].filter((path) => !known.has(path.split('/')[0] ?? ''))).toEqual([]);
  });
});

test('the same code makes the same bytes', () => {
  const again = parts(estate);
  expect([...synthesize(again.charts, again.laws)]).toEqual([...made]);
});

describe('runbooks', () => {
  const folder = 'docs/runbooks';
  const texts = pages[folder] ?? new Map<string, string>();

  test('are what the code makes', () => {
    expectNoDifference(readFiles(folder), texts, folder);
  });

  test('are there for every alert, where its link leads', () => {
    const links = estate.flatMap((each) => alertsOf(each).map(({ name }) => each.runbook(name)));
    const broken = links.filter((link) => !texts.has(link.split(`/${folder}/`)[1] ?? ''));
    expect(broken).toEqual([]);
  });
});
