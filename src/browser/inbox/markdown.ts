import { type Inline, type Markup, around, bareAddress, followed, read, verbatim } from './inline.js';

const common: Markup['marks'] = [
  { pattern: /```(?:\w*\n)?([^]*?)```/, means: verbatim('block') },
  { pattern: /`([^`\n]+)`/, means: verbatim('code') },
  // A mark that is meant as the character that it is.
  { pattern: /\\([\\`*_~|<>[\](){}#+.!-])/, means: ([, text = '']) => ({ kind: 'text', text }) },
  {
    pattern: /\[((?:\\.|[^[\]\\])+)\]\(([^\s()<>]+)\)/,
    means: ([, shown = '', address = ''], within) => {
      const to = followed(address);
      return to === undefined ? undefined : { kind: 'link', to, inside: within(shown) };
    },
  },
  bareAddress(),
  { pattern: /\*\*(?=\S)((?:\\.|[^\\])+?)\*\*/, means: around('strong') },
  { pattern: /(?<![*\p{L}\p{N}])\*(?=[^\s*])((?:\\.|[^\\*\n])+?)\*(?!\*)/u, means: around('emphasis') },
];

const plain = (text: string): string => text;

const discord: Markup = {
  marks: [
    ...common,
    { pattern: /__(?=\S)((?:\\.|[^\\])+?)__/, means: around('underlined') },
    { pattern: /~~(?=\S)((?:\\.|[^\\])+?)~~/, means: around('struck') },
    {
      pattern: /(?<![\p{L}\p{N}_])_(?=[^\s_])((?:\\.|[^\\_\n])+?)_(?![\p{L}\p{N}_])/u,
      means: around('emphasis'),
    },
  ],
  plain,
};

/** Discord's Markdown, in which each end of a line is one, https://support.discord.com/hc/en-us/articles/210298617. */
export const discordMarkdown = (text: string): readonly Inline[] => read(text, discord);

/** An adaptive card's, of whose lines only an empty one ends them, https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features: paragraphs. */
export const cardMarkdown = (text: string): readonly (readonly Inline[])[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => read(paragraph, { marks: common, plain }));
