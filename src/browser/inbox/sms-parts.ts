/** A text as a phone gets it. */
interface SmsParts {
  /** The alphabet of 7 bits, or 16 bits for each character, as Korean needs them. */
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: readonly string[];
}

/** The characters of GSM's alphabet and, of two places each, of its extension, https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/ (6.2.1). */
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('\f^{}\\[~]|€');

/** Places of a message that stands alone, and of each of several, which tell beside the text how they belong together. */
const room = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } } as const;

/** The messages that a text is sent in: cut between characters, at 160 places or, where one of them is in no European alphabet, at 70. */
export const smsParts = (text: string): SmsParts => {
  const characters = [...text];
  const encoding = characters.every((each) => alphabet.has(each) || extension.has(each)) ? 'GSM-7' : 'UCS-2';
  const places = (character: string): number => {
    if (encoding === 'UCS-2') return character.length;
    return extension.has(character) ? 2 : 1;
  };
  const whole = characters.reduce((sum, each) => sum + places(each), 0);
  if (whole <= room[encoding].alone) return { encoding, parts: [text] };
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  for (const character of characters) {
    if (taken + places(character) > room[encoding].each) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    part += character;
    taken += places(character);
  }
  return { encoding, parts: [...parts, part] };
};
