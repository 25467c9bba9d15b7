import { expect, test } from '@jest/globals';
import { completed, inLanguage, languagesOf, onlyIn } from '#ground/language.js';

const english = { en: 'requests' };
const both = { ko: '요청', en: 'requests' };

test('a text is read in a language in which it is said', () => {
  expect([inLanguage(english, 'en'), inLanguage(both, 'ko')]).toEqual(['requests', '요청']);
});

test('a text that is not said in a language is refused to whoever reads it', () => {
  expect(() => inLanguage(english, 'ko')).toThrow(
    "a text: it is not said in Korean, only in English; write 'ko' beside it",
  );
});

test('several are said together in the languages that all of them have', () => {
  expect([languagesOf(both), languagesOf(both, english), languagesOf({ ko: '요청' }, english)]).toEqual([
    ['ko', 'en'],
    ['en'],
    [],
  ]);
});

test('what a sentence needs in a language that nobody is told stands there as it is said', () => {
  expect(completed(english)).toEqual({ ko: 'requests', en: 'requests' });
});

test('what is said in all languages is told in some', () => {
  expect(onlyIn(['en'], both)).toEqual({ en: 'requests' });
});
