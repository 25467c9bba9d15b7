import { resolve } from 'node:path';
import type { WrittenAlert } from '#rules/rule.js';
import type { OwnTestFile } from './read.js';

/** What tests that somebody wrote say of an alert: that it fires, only that it is quiet, or nothing. */
export type Covered = 'fires' | 'quiet' | 'none';

/** The files of tests that speak of an alert: those that read its file. */
export const testsOf = (
  alert: WrittenAlert,
  tests: readonly OwnTestFile[],
  folder: string,
): readonly OwnTestFile[] =>
  tests.filter(
    ({ ruleFiles, expectations }) =>
      ruleFiles.includes(resolve(folder, alert.place.file)) &&
      expectations.some((each) => each.alert === alert.name),
  );

/** What tests say of an alert. */
export const coveredBy = (alert: WrittenAlert, tests: readonly OwnTestFile[], folder: string): Covered => {
  const said = testsOf(alert, tests, folder).flatMap(({ expectations }) =>
    expectations.filter((each) => each.alert === alert.name),
  );
  if (said.some(({ fires }) => fires)) return 'fires';
  return said.length > 0 ? 'quiet' : 'none';
};
