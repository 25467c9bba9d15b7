import { describe, expect, test } from '@jest/globals';
import { refuse } from '#ground/fault.js';
import { circleFaults, thrownFaults } from '#synth/thrown.js';

/** An error that came about by these places, from where it was thrown outwards. */
const by = <E extends Error>(error: E, ...places: readonly string[]): E => {
  error.stack = [
    String(error),
    ...places.map((place, i) => `    at ${i % 2 === 0 ? `f (${place})` : place}`),
  ].join('\n');
  return error;
};
const places = [
  'src/promql/vector/select.ts:40:5',
  'apps/shop/alerts.ts:7:3',
  'apps/shop/index.ts:1:1',
  'main.ts:2:1',
];

/** The product's own sources stand in `src/`. */
const isOfEstate = (place: string): boolean => !place.startsWith('src/');

describe('what was thrown', () => {
  test('is told of the line of the estate that led to it', () => {
    expect(thrownFaults(by(new Error('no'), ...places), 'shop', isOfEstate)).toMatchObject([
      { where: 'apps/shop/alerts.ts:7:3', why: 'Error: no, thrown in src/promql/vector/select.ts:40:5' },
    ]);
  });

  test('where no line of the estate led to it, is told of who was asked', () => {
    expect(thrownFaults(by(new Error('no'), 'src/promql/x.ts:1:1'), 'shop', isOfEstate)).toMatchObject([
      { where: 'shop' },
    ]);
  });

  test('as a refusal of several faults is as many, each with what is refused', () => {
    const refusing = () => {
      refuse(
        'alert TooMany',
        ['for', 'limit'].map((where) => ({
          where,
          what: '',
          code: 'wrong-type' as const,
          why: 'it is wrong',
          cure: 'right',
        })),
      );
      return new Error('nothing was refused');
    };
    expect(thrownFaults(by(thrown(refusing), ...places), 'shop', isOfEstate).map(({ why }) => why)).toEqual([
      'alert TooMany: for: it is wrong',
      'alert TooMany: limit: it is wrong',
    ]);
  });

  test('by what reads undefined says what to look for', () => {
    expect(
      thrownFaults(by(new TypeError('x is undefined'), ...places), 'shop', isOfEstate)[0]?.cure,
    ).toContain('a key or a name');
  });

  test('that is no error is told as it stands', () => {
    expect(thrownFaults('no', 'apps/shop/index.ts', isOfEstate)).toEqual([
      {
        where: 'apps/shop/index.ts',
        what: 'no',
        code: 'thrown',
        why: 'this was thrown',
        cure: 'throw an Error',
      },
    ]);
  });
});

const thrown = (act: () => Error): Error => {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

describe('of files in a circle', () => {
  test('is told by one of the estate', () => {
    expect(
      circleFaults([['src/promql/a.ts', 'apps/shop/b.ts', 'src/promql/a.ts']], isOfEstate)[0]?.where,
    ).toBe('apps/shop/b.ts');
  });

  test('is told once for all circles that share a file: the shortest', () => {
    const long = ['a.ts', 'b.ts', 'c.ts', 'a.ts'];
    expect(
      circleFaults([long, ['a.ts', 'c.ts', 'a.ts'], ['x.ts', 'x.ts']], isOfEstate).map(
        ({ why }) => why.split(': ')[1],
      ),
    ).toEqual(['x.ts → x.ts', 'a.ts → c.ts → a.ts']);
  });
});
