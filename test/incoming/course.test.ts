import { describe, expect, test } from '@jest/globals';
import { type Phases, drawnCourse, growthCourse, levelCourse, restartOf } from '#incoming/proof/course.js';
import type { Code } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { valuesIn } from '#alerts/scenario/notation.js';

const phases = (was: string, becomes: string, then: string): Phases => [
  valuesIn(was),
  valuesIn(becomes),
  valuesIn(then),
];
const textOf = (code: Code | undefined): string | undefined =>
  code && declaration('it', code).replace(/^export const it = ([^]*);\n$/, '$1');

describe('levels', () => {
  test.each([
    ['the same all the time', phases('3x5', '3x5', '3x5'), '3'],
    ['another while the fault lasts', phases('3x5', '0x5', '3x5'), '{ was: 3, becomes: 0 }'],
    ['a third afterwards', phases('3x5', '0x5', '1x5'), '{ was: 3, becomes: 0, then: 1 }'],
    ['none at all', phases('1x5', '_x5', '1x5'), "{ was: 1, becomes: 'missing' }"],
  ])('%s', (_, given, text) => {
    expect(textOf(levelCourse(given))).toBe(text);
  });

  test('that change within a phase are none', () => {
    expect(levelCourse(phases('3x5', '3 4 3', '3x5'))).toBeUndefined();
  });
});

describe('growth', () => {
  test('is of so much a second, phase by phase', () => {
    expect(textOf(growthCourse(phases('0+30x4', '150+60x4', '450+30x4'), 30))).toBe('{ was: 1, becomes: 2 }');
  });

  test('goes on where a program restarts while the fault lasts', () => {
    const restarted = phases('0+30x4', '150+60x2 60+60x2', '240+30x4');
    expect([restartOf(restarted), textOf(growthCourse(restarted, 30, restartOf(restarted)))]).toEqual([
      3,
      '{ was: 1, becomes: 2 }',
    ]);
  });

  test('that is another after a restart is none', () => {
    expect(growthCourse(phases('0+30x4', '150+60x2 30+30x2', '120+30x4'), 30, 3)).toBeUndefined();
  });

  test.each([
    ['does not begin at 0', phases('7+30x4', '157+30x4', '307+30x4')],
    ['begins anew', phases('0+30x4', '0+30x4', '150+30x4')],
    ['falls', phases('0-30x4', '-150-30x4', '-300-30x4')],
    ['is uneven', phases('0 30 90', '120+30x2', '210+30x2')],
  ])('that %s is none', (_, given) => {
    expect(growthCourse(given, 30)).toBeUndefined();
  });
});

test('what is neither is said phase by phase: by its level, its ramp, or its samples', () => {
  expect(textOf(drawnCourse(phases('3x4', '100-60x4', '1 1 0 _ 5'), 30))).toBe(
    "{ was: 3, becomes: ramp(100, -2), then: samples('1x1 0 _ 5', '30s') }",
  );
});
