import { expect, test } from '@jest/globals';
import { remembered, rememberedByText, rememberedForAWhile } from '#ground/remembered.js';

test('what follows of a value is worked out once', () => {
  let asked = 0;
  const work = remembered((of: object) => {
    asked += 1;
    return Object.keys(of);
  });
  const value = { a: 1 };
  expect([work(value), work(value), asked]).toEqual([['a'], ['a'], 1]);
});

test('what follows of a text is worked out once', () => {
  const asked: string[] = [];
  const length = rememberedByText((text) => {
    asked.push(text);
    return text.length;
  });
  expect([length('shop'), length('bakery'), length('shop'), asked]).toEqual([4, 6, 4, ['shop', 'bakery']]);
});

test('of however many texts only so many are remembered', () => {
  const asked: string[] = [];
  const length = rememberedByText((text) => {
    asked.push(text);
    return text.length;
  });
  for (let i = 0; i < 1001; i += 1) length(`shop-${i}`);
  length('shop-0');
  expect(asked.filter((each) => each === 'shop-0')).toHaveLength(2);
});

test('what is remembered for a while is worked out once, and again after a thousand others', () => {
  let asked = 0;
  const first = {};
  const work = rememberedForAWhile((of: object) => {
    if (of === first) asked += 1;
    return { of };
  });
  work(first);
  work(first);
  const soon = asked;
  for (let i = 0; i < 1000; i += 1) work({});
  work(first);
  expect([soon, asked]).toEqual([1, 2]);
});
