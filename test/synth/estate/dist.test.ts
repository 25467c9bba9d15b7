import { textsIn } from '#synth/publishing/content.js';
import { describe, expect, test } from '@jest/globals';
import { alertsOf } from '#application/application.js';
import { keptDrills } from '#synth/drills/kept.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { estate, places } from '../../estate.js';
import { compare } from '../compare.js';
import { differenceText } from '../difference.js';
import { readFiles } from '#synth/folder.js';
import { synthesize } from '#synth/synthesize.js';

const { charts, files, laws, pages } = synthesisOf({ places }, [], keptDrills());
const made = new Map([...synthesize(charts, laws), ...textsIn(files)]);
const committed = readFiles('dist');

const of = (folder: string, texts: ReadonlyMap<string, string>) =>
  new Map([...texts].filter(([path]) => path.startsWith(`${folder}/`)));

/** The folders of the estate: one for each place, and nothing beside. */
const folders = places.map(({ name }) => name);

/** Fails with every difference as a person reads it, which an assertion would quote. */
const expectNoDifference = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  folder = 'dist',
): void => {
  const differences = compare(before, after);
  if (differences.length > 0) throw new Error(differenceText(differences, folder));
};

describe('dist/ is what the code makes (mistake 29):', () => {
  test.each(folders)('%s', (folder) => {
    expectNoDifference(of(folder, committed), of(folder, made));
  });

  test('and holds nothing else', () => {
    const isKnown = (path: string) => folders.some((folder) => path.startsWith(`${folder}/`));
    expect([...committed.keys()].filter((path) => !isKnown(path))).toEqual([]);
  });
});

test('the same code makes the same bytes', () => {
  const again = synthesisOf({ places });
  expect([...synthesize(again.charts, again.laws), ...again.files]).toEqual([...made]);
});

test('instrumentation/ is what the code makes', () => {
  const folder = 'instrumentation';
  expectNoDifference(readFiles(folder), textsIn(pages[folder] ?? new Map()), folder);
});

describe('runbooks', () => {
  const folder = 'docs/runbooks';
  const texts = textsIn(pages[folder] ?? new Map());

  test('are what the code makes', () => {
    expectNoDifference(readFiles(folder), texts, folder);
  });

  test('are there for every alert, where its link leads', () => {
    const links = estate.flatMap((each) => alertsOf(each).map(({ name }) => each.runbook?.(name) ?? name));
    const broken = links.filter((link) => !texts.has(link.split(`/${folder}/`)[1] ?? ''));
    expect(broken).toEqual([]);
  });
});
