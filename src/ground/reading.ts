/** The Hangul syllable with which a text ends when a Korean reads it; nothing where it ends in none that is known. */
export const lastSyllable = (text: string): string | undefined => {
  const [end] = /[가-힣%]$|[A-Za-z]+$|[\d,]*\d(?:\.\d+)?$/u.exec(text) ?? [];
  if (end === undefined) return undefined;
  if (end === '%') return '트';
  if (/^[A-Za-z]/.test(end)) return ofLatin(end);
  return /\d$/.test(end) ? (named[/[A-Z]?\d$/.exec(text)?.[0] ?? ''] ?? ofNumber(end)) : end;
};

/** What is called by an English number. */
const named: Readonly<Record<string, string>> = { S3: '리' };

const digits = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
/** By how many zeros there are at the end; large numbers go by 10,000. */
const powers = ['', '십', '백', '천', '만', '만', '만', '만', '억', '억', '억', '억'];

const ofNumber = (written: string): string | undefined => {
  const number = written.replaceAll(',', '');
  const last = digits[Number(number.at(-1))];
  if (number.includes('.') || !/[1-9]/.test(number)) return last;
  const zeros = /0*$/.exec(number)?.[0].length ?? 0;
  return zeros === 0 ? last : (powers[zeros] ?? '조');
};

/** Capital letters that end in a consonant are called 엘, 엠, 엔 and 알, all others end in a vowel: 에이, 비, 씨. */
const letters: Readonly<Record<string, string>> = { L: '엘', M: '엠', N: '엔', R: '알' };

/** Abbreviations are spelled, `API` as at the end of `PostgreSQL`; capitals that are a word are read as one: `LOADING`. */
const ofLatin = (word: string): string => {
  const [capitals] = /[A-Z]+$/.exec(word) ?? [];
  const spelled = capitals !== undefined && !(/^[A-Z]{5,}$/.test(word) && /[AEIOU]/.test(word));
  return spelled ? (letters[capitals.slice(-1)] ?? '이') : ofWord(word.toLowerCase());
};

/** English words in Hangul end in a consonant where they are said with one; behind other consonants stands 으: 레디스. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/le?$/, '을'],
  [/me?$/, '음'],
  [/ne?$/, '은'],
  [/ng$/, '응'],
  [/(ck|ook|[aeiou]c)$/, '윽'],
  [/(type|club|[aeiou]pp?|[aeio]b)$/, '읍'],
  [/[aeiou]t$/, '읏'],
];
/** Where they are said with a long vowel: 비트, 부트, 웨이트, 루프. */
const long = /((ai|ea|ee|oa|oo|ui)t|^bit|oop)$/;

const ofWord = (word: string): string =>
  long.test(word) ? '으' : (endings.find(([ending]) => ending.test(word))?.[1] ?? '으');
