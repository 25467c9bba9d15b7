import { describe, expect, test } from '@jest/globals';
import { explainCommand } from '#explain/command.js';
import { kinds } from '#ground/codes/codes.js';
import type { Surface } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';

/** What `cheomseong explain` writes, and how it ends. */
const explained = (words: readonly string[], colour = false) => {
  const written: string[] = [];
  const terminal = { write: (text: string) => void written.push(text), isTTY: colour };
  const surface: Surface = { out: terminal, err: terminal, colour, root: '.', folder: '.' };
  const code = explainCommand(words, surface);
  return { code, text: written.join('') };
};

const refusalOf = (word: string): string => {
  try {
    return explained([word]).text;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};

describe('cheomseong explain', () => {
  test('tells of a code why it is a fault, an example, what is meant, and its numbers', () => {
    expect(explained(['many-to-many']).text).toMatchInlineSnapshot(`
      "many-to-many: It is not said which side has many series for one of the other.

      Prometheus fails with “many-to-many matching not allowed”, at the moment when it matters.

      Wrong
        divide(
          sum(rate(metrics.requests, '5m'), { by: ['path'] }),
          sum(rate(metrics.requests, '5m')),
          on(),
        )

      Right
        divide(
          sum(rate(metrics.requests, '5m'), { by: ['path'] }),
          sum(rate(metrics.requests, '5m')),
          on().groupLeft(),
        )

      Where
        const declared = catalog({
          requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
          duration: histogram('shop_http_request_duration_seconds', {
            help: 'Time to answer',
            labels: ['path'],
            buckets: goBuckets,
          }),
          workers: gauge('shop_workers', { help: 'Workers that take orders', labels: ['pool'], range: [0, 500] }),
        });
        const metrics = narrowed(declared, { namespace: 'shop' });

      Mistake 3 of docs/mistakes.md.
      "
    `);
  });

  test('tells it of a code that was copied with its brackets too', () => {
    expect(explained(['[many-to-many]'])).toEqual(explained(['many-to-many']));
  });

  test('sets its headings off where there is colour', () => {
    expect(explained(['many-to-many'], true).text).toContain('\u001b[1mWrong\u001b[0m');
  });

  test('lists all codes, each with its sentence', () => {
    const { text } = explained([]);
    expect([...kinds].filter(([code, { is }]) => !text.includes(`  ${code.padEnd(26)} ${is}\n`))).toEqual([]);
  });

  test('tells programs the same', () => {
    expect(JSON.parse(explained(['many-to-many', '--json']).text)).toEqual({
      code: 'many-to-many',
      ...kinds.get('many-to-many'),
    });
  });

  test.each([
    ['many-to-mani', 'there is no code many-to-mani; write many-to-many'],
    ['xyzzy', 'there is no code xyzzy; cheomseong explain lists all of them'],
    [
      'own:every-team-is-named',
      "own:every-team-is-named is of a law of the estate's own: look for it where main.ts has it",
    ],
  ])('does not know %s', (word, said) => {
    expect(refusalOf(word)).toBe(said);
  });
});
