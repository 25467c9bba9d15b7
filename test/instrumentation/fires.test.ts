import { describe, expect, test } from '@jest/globals';
import type { InstrumentedLanguage } from '#application/instrumentation/instrumentation.js';
import type { Program } from './firing/program.js';
import { tried } from './firing/tried.js';
import { programs as go } from './go/programs.js';
import { programs as python } from './python/programs.js';
import { programs as typescript } from './typescript/programs.js';

const registered: Readonly<Record<InstrumentedLanguage, readonly Program[]>> = { python, go, typescript };
/** `npm run fires` tries all of them, each run of all tests one of a language. */
const isWhole = process.env['FIRES'] === 'all';

const causes = Object.entries(registered).flatMap(([language, programs]) =>
  programs.flatMap((program) => program.causes.map((cause) => ({ language, program, cause }))),
);
const chosen = causes.filter(({ cause }) => isWhole || cause.isAlwaysTried);

test.each(Object.keys(registered))('one fault of a program in %s is always tried', (language) => {
  expect(causes.filter((each) => each.language === language && each.cause.isAlwaysTried)).toHaveLength(1);
});

for (const { program, cause } of chosen)
  describe(program.name, () => {
    const alerts = [cause.alert].flat();

    test(`fires ${alerts.join(' and ')}`, async () => {
      expect(Object.keys(await tried(program, cause)).sort()).toEqual([...alerts].sort());
    }, 900_000);
  });
