import { describe, expect, test } from '@jest/globals';
import { requirements } from '#proof/tools/requirements.js';
import { type Version, isAtLeast, versionAt, versionIn } from '#proof/tools/version.js';

const promtool = (version: string) =>
  versionIn(
    `promtool, version ${version} (branch: HEAD, revision: 225c61122d88)\n  go version: go1.19.5\n`,
    'promtool',
  );

describe('the version in what a program says of itself', () => {
  test.each([
    ['2.42.0', 2, 42],
    ['2.42.0+ds', 2, 42],
    ['3.0.0-rc.1', 3, 0],
    ['v0.25.0', 0, 25],
    ['10.111.12', 10, 111],
  ])('%s is read as release %d.%d', (text, major, minor) => {
    expect(promtool(text)).toEqual({ text, major, minor });
  });

  test('is found below a warning', () => {
    expect(versionIn('WARN no config\namtool, version 0.25.0 (branch: x)', 'amtool')?.text).toBe('0.25.0');
  });

  test('is not taken from a program of another name', () => {
    expect(versionIn('prometheus, version 2.42.0 (branch: HEAD)', 'promtool')).toBeUndefined();
  });

  test.each(['', 'promtool 2.42.0', 'promtool, version unknown', 'promtool, version 2'])(
    'is not found in %j',
    (output) => {
      expect(versionIn(output, 'promtool')).toBeUndefined();
    },
  );
});

describe('the version of a browser', () => {
  const { release = /$^/ } = requirements.chromium;

  test.each([
    ['Chromium 156.0.8078.108', 156],
    ['Chromium 120.0.6099.129 built on Debian 12.4, running on Debian 12.4', 120],
    ['Google Chrome 131.0.6778.85 ', 131],
    ['Google Chrome for Testing 142.0.7444.59', 142],
    ['Microsoft Edge 133.0.3065.59', 133],
  ])('is read of %j', (said, major) => {
    expect(versionAt(said, release)?.major).toBe(major);
  });

  test('is not taken from what only leads to one', () => {
    const said = 'Command requires the chromium snap to be installed.';
    expect(versionAt(said, release)).toBeUndefined();
  });
});

describe('a release is at least 2.42', () => {
  const version = (major: number, minor: number): Version => ({ text: `${major}.${minor}.0`, major, minor });

  test.each([
    [2, 42],
    [2, 100],
    [3, 0],
  ])('when it is %d.%d', (major, minor) => {
    expect(isAtLeast(version(major, minor), '2.42')).toBe(true);
  });

  test.each([
    [2, 41],
    [2, 5],
    [1, 99],
  ])('but not when it is %d.%d', (major, minor) => {
    expect(isAtLeast(version(major, minor), '2.42')).toBe(false);
  });
});
