import { describe, expect, test } from '@jest/globals';
import { cardMarkdown, discordMarkdown } from '#browser/inbox/markdown.js';

const said = (text: string) => ({ kind: 'text', text });

describe("Discord's Markdown", () => {
  test('takes an escaped character for itself', () => {
    expect(discordMarkdown(String.raw`\<5% of api\_errors \*`)).toEqual([said('<5% of api_errors *')]);
  });

  test('makes strong what stands between two asterisks, escapes and all', () => {
    expect(discordMarkdown(String.raw`**a \* b**`)).toEqual([{ kind: 'strong', inside: [said('a * b')] }]);
  });

  test('links by what stands in brackets', () => {
    expect(discordMarkdown('path=/menu · [대응 방법](https://example.org/r#a%28b%29)')).toEqual([
      said('path=/menu · '),
      { kind: 'link', to: 'https://example.org/r#a%28b%29', inside: [said('대응 방법')] },
    ]);
  });

  test('makes no link of a script', () => {
    expect(discordMarkdown('[a](javascript:alert)')).toEqual([said('[a](javascript:alert)')]);
  });

  test('underlines by two underscores, and leaves those in names alone', () => {
    expect(discordMarkdown('__now__ snake_case_name')).toEqual([
      { kind: 'underlined', inside: [said('now')] },
      said(' snake_case_name'),
    ]);
  });
});

describe("A card's Markdown", () => {
  test('has a paragraph for what an empty line ends, and no other ends of lines', () => {
    expect(cardMarkdown('one\nline\n\ntwo\n\n')).toEqual([[said('one line')], [said('two')]]);
  });
});
