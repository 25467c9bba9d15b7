import { refusal } from './fault.js';
import { lastSyllable } from './reading.js';

/** How a word ends. ㄹ is a consonant that one particle takes for a vowel. */
export type Sound = 'vowel' | 'consonant' | 'ㄹ';

/** What is written behind a word, and not said: marks, and what is in parentheses. */
const silent = /(?:\s*\([^()]*\)|["'`*_”’»」』])+$/u;

/** Hangul syllables stand in Unicode by their final consonant, of which there are 27 and none. */
const [firstSyllable, finals] = ['가'.charCodeAt(0), 28];
const rieul = '갈'.charCodeAt(0) - firstSyllable;

/**
 * The sound with which a word ends when a Korean reads it.
 *
 * @throws Error where that is not known.
 */
export const lastSound = (word: string): Sound => {
  const syllable = lastSyllable(word.replace(silent, ''));
  if (syllable === undefined)
    throw refusal(`'${word}'`, {
      what: word,
      code: 'unreadable-ending',
      why: 'it is not known how this is read at its end, so no particle can be chosen',
      cure: 'put a noun behind it, or write the particle out',
    });
  const final = (syllable.charCodeAt(0) - firstSyllable) % finals;
  if (final === 0) return 'vowel';
  return final === rieul ? 'ㄹ' : 'consonant';
};
