import { type Sound, lastSound } from './last-sound.js';

/** Korean particles of two forms: the one behind a consonant, then the one behind a vowel. */
export type Particle =
  '이/가' | '을/를' | '은/는' | '과/와' | '으로/로' | '이나/나' | '이면/면' | '이라면/라면';

/** Behind ㄹ 으로 is as behind a vowel: 서울로. */
const followsVowel = (sound: Sound, particle: Particle): boolean =>
  sound === 'vowel' || (sound === 'ㄹ' && particle === '으로/로');

/**
 * A word and the particle behind it, in the form that its last sound asks for: `파드가`, `컨테이너를`, `볼륨이`, `API가`, `401이면`.
 * Quotation marks, backquotes and what stands in parentheses at the end do not sound: `` `df`로 ``, `볼륨(가득 참)을`.
 *
 * @throws Error where it is not known how the word ends, as of a template that is yet to be filled in.
 */
export const withParticle = (word: string, particle: Particle): string => {
  const [behindConsonant, behindVowel] = particle.split('/');
  return `${word}${followsVowel(lastSound(word), particle) ? behindVowel : behindConsonant}`;
};
