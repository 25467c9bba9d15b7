import { describe, expect, test } from '@jest/globals';
import { newestSource } from '#proof/tools/distribution.js';

const told = (...lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.join('\t')}\n`).join('');

describe('the newest suite of the distribution', () => {
  test.each([
    ['Debian', 'sid'],
    ['Ubuntu', 'devel'],
  ])('of %s is %s, at the place that the system is configured with', (origin, suite) => {
    const source = newestSource(told([origin, 'main', 'http://mirror.example/archive/']));
    expect(source?.replace(/\[signed-by=[^\]]*\] /, '')).toBe(
      `deb http://mirror.example/archive/ ${suite} main\n`,
    );
  });

  test("is found among others' archives", () => {
    const targets = told(
      ['Node Source', 'main', 'http://node.example/'],
      ['Debian', 'main', 'http://d.example/'],
    );
    expect(newestSource(targets)).toContain('http://d.example/');
  });

  test("is taken from the distribution's main component", () => {
    const targets = told(['Debian', 'contrib', 'http://c.example/'], ['Debian', 'main', 'http://d.example/']);
    expect(newestSource(targets)).toContain('http://d.example/');
  });

  test("is unknown where no source is the distribution's", () => {
    expect(newestSource(told(['Elsewhere', 'main', 'http://e.example/']))).toBeUndefined();
  });
});
