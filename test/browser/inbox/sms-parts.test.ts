import { describe, expect, test } from '@jest/globals';
import { smsParts } from '#browser/inbox/sms-parts.js';

const lengths = (text: string) => smsParts(text).parts.map((part) => part.length);

describe('A text message', () => {
  test('in English has 160 places', () => {
    expect(smsParts('a'.repeat(160))).toEqual({ encoding: 'GSM-7', parts: ['a'.repeat(160)] });
  });

  test('in Korean has 70', () => {
    expect(smsParts('가'.repeat(70))).toEqual({ encoding: 'UCS-2', parts: ['가'.repeat(70)] });
  });

  test('that is longer in English is cut at 153 places', () => {
    expect(lengths('a'.repeat(161))).toEqual([153, 8]);
  });

  test('that is longer in Korean is cut at 67', () => {
    expect(lengths('가'.repeat(71))).toEqual([67, 4]);
  });

  test('counts a bracket twice, which is in the extension of the alphabet', () => {
    expect(lengths('['.repeat(81))).toEqual([76, 5]);
  });

  test('is never cut inside of a character', () => {
    expect(smsParts(`${'가'.repeat(66)}🔴${'가'.repeat(10)}`).parts).toEqual([
      '가'.repeat(66),
      `🔴${'가'.repeat(10)}`,
    ]);
  });

  test('loses nothing where it is cut', () => {
    const text = '[발생 2] HighErrorRate (critical)\n'.repeat(9);
    expect(smsParts(text).parts.join('')).toBe(text);
  });
});
