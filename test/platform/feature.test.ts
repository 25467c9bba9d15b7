import { describe, expect, test } from '@jest/globals';
import { featuresOf, flagsFor } from '#platform/feature.js';
import { features } from '#platform/platform.js';
import { isAtLeast, isSameVersion } from '#platform/version.js';

describe('a release', () => {
  test.each([
    ['3.14.0', '3.14', true],
    ['3.14', '3.14.1', false],
    ['3.9.0', '3.14', false],
    ['10.0.0', '9.9.9', true],
    ['newest', '3.14', false],
  ])('%s is at least %s: %s', (version, least, is) => {
    expect(isAtLeast(version, least)).toBe(is);
  });

  test('is the same without its last number, where that is 0', () => {
    expect(isSameVersion('3.14', '3.14.0')).toBe(true);
  });
});

describe('features of Prometheus', () => {
  test.each([
    ['2.53.0', []],
    ['3.5.0', ['utf8-names']],
    ['3.8.0', ['native-histograms', 'utf8-names']],
    ['3.14.0', ['native-histograms', 'utf8-names', 'duration-expressions']],
  ])('that %s has without a flag', (version, has) => {
    expect(featuresOf(version)).toEqual(has);
  });

  test.each([
    [
      '3.5.0',
      ['native-histograms', 'promql-duration-expr', 'promql-experimental-functions', 'exemplar-storage'],
    ],
    ['3.8.0', ['promql-duration-expr', 'promql-experimental-functions', 'exemplar-storage']],
    ['3.14.0', ['promql-experimental-functions', 'exemplar-storage']],
  ])('that %s takes a flag for', (version, flags) => {
    expect(flagsFor(features, version)).toEqual(flags);
  });
});
