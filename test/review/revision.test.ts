import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gitIn, repositoryOf } from '#review/base/git.js';
import { baseOf, revisionOf } from '#review/base/revision.js';

let folder: string;
const author = [
  '-c',
  'user.name=Reviewer',
  '-c',
  'user.email=reviewer@example.org',
  '-c',
  'commit.gpgsign=false',
];
const git = (...args: readonly string[]): string =>
  spawnSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8' }).stdout.trim();
const commit = (message: string): string => {
  git('commit', '--quiet', '--allow-empty', '--message', message);
  return git('rev-parse', 'HEAD');
};
const commits: Record<string, string> = {};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'revisions-')));
  git('init', '--quiet', '--initial-branch=main');
  commits['fork'] = commit('fork');
  git('switch', '--quiet', '--create', 'topic');
  commits['topic'] = commit('topic');
  git('switch', '--quiet', 'main');
  commits['main'] = commit('main');
  git('branch', 'release', commits['fork'] ?? '');
  git('switch', '--quiet', 'topic');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const based = (asked?: string, env: NodeJS.ProcessEnv = {}) => baseOf(gitIn(folder), asked, 'HEAD', env);

describe('A change is held against', () => {
  test('where it left main, unless told', async () => {
    expect(await based()).toEqual({ revision: 'where it left main', commit: commits['fork'] });
  });

  test('the revision that is named, as it is', async () => {
    expect(await based('main')).toEqual({ revision: 'main', commit: commits['main'] });
  });

  test('where it left the revision that is named with three dots', async () => {
    expect(await based('main...')).toEqual({ revision: 'where it left main', commit: commits['fork'] });
  });

  test('what a pull request of GitHub is to be merged into', async () => {
    expect(await based(undefined, { GITHUB_BASE_REF: 'release' })).toMatchObject({
      revision: 'where it left release',
    });
  });

  test('what a merge request of GitLab says that it began at', async () => {
    expect(await based(undefined, { CI_MERGE_REQUEST_DIFF_BASE_SHA: commits['fork'] })).toMatchObject({
      commit: commits['fork'],
    });
  });
});

describe('It is told that', () => {
  test('there is no such revision', async () => {
    await expect(based('nowhere')).rejects.toThrow(
      'There is no revision nowhere in this repository; git branch --all and git log tell which there are',
    );
  });

  test('what looks like an option of git is no revision', async () => {
    await expect(revisionOf(gitIn(folder), '--output=x')).rejects.toThrow('There is no revision --output=x');
  });

  test('there is nothing to compare with, without git', async () => {
    const nowhere = realpathSync(mkdtempSync(join(tmpdir(), 'no-repository-')));
    await expect(repositoryOf(gitIn(nowhere), nowhere)).rejects.toThrow(
      `${nowhere} is in no git repository, so there is nothing to compare it with`,
    );
    rmSync(nowhere, { recursive: true });
  });

  test('a shallow clone lacks what is asked for', async () => {
    const shallow = realpathSync(mkdtempSync(join(tmpdir(), 'shallow-')));
    git('clone', '--quiet', '--depth=1', '--branch=main', `file://${folder}`, shallow);
    await expect(revisionOf(gitIn(shallow), commits['fork'] ?? '')).rejects.toThrow('git fetch --unshallow');
    rmSync(shallow, { recursive: true });
  });
});
