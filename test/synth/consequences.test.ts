import { describe, expect, test } from '@jest/globals';
import { withoutConsequences } from '#synth/consequences.js';

const source = `export const alerts = alert('Many', {
  limit: percent(500),
  when: ({ limit }) =>
    above(
      sum(rate(metrics.erors, '5m (five)'), { by: ['path'] }),
      limit,
    ),
});
export const other = rate(metrics.depth, '5m');
`;
const at = (word: string, text: string) => {
  const lines = source.slice(0, source.indexOf(word)).split('\n');
  return { place: `apps/shop.ts:${lines.length}:${(lines.at(-1) ?? '').length + 1}`, text };
};
const left = (...told: readonly ReturnType<typeof at>[]) =>
  withoutConsequences(told, (file) => (file === 'apps/shop.ts' ? source : undefined)).map(({ text }) => text);

const name = at('erors', "TS2551: Property 'erors' does not exist. Did you mean 'errors'?");
const returned = at('above(', "TS2375: Type 'Condition' is not assignable to type 'Condition<never>'");
const argument = at(
  'sum(rate',
  "TS2345: Argument of type 'Vector' is not assignable to parameter of type 'X'",
);
const spoken = at(
  '      limit,'.trim(),
  `TS2345: Argument of type 'Limit' is not assignable to parameter of type 'Wanted<Limit, "write count(5)">'`,
);

describe('what a wrong name is a part of is not told beside it', () => {
  test('however far around it', () => {
    expect(left(returned, argument, name)).toEqual([name.text]);
  });

  test('unless it is not a part', () => {
    const elsewhere = at('rate(metrics.depth', "TS2345: Argument of type 'Gauge' is not assignable");
    expect(left(elsewhere, name)).toEqual([elsewhere.text, name.text]);
  });

  test('unless it is a name too', () => {
    const outer = at('metrics.erors', "TS2304: Cannot find name 'metrics'");
    expect(left(outer, name)).toEqual([outer.text, name.text]);
  });
});

test('a sentence of ours tells more than what it is a part of', () => {
  const value = at('limit: percent', "TS2322: Type 'Limit' is not assignable to type 'Other'");
  const cause = at('percent(500)', `TS2345: is not assignable to type 'Refused<"write count(5)">'`);
  expect(left(value, cause, spoken)).toEqual([cause.text, spoken.text]);
});

test('where a file cannot be read, all is told', () => {
  expect(withoutConsequences([returned, name], () => undefined)).toEqual([returned, name]);
});
