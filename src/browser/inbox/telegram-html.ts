import {
  type Inline,
  type Mark,
  type Markup,
  around,
  bareAddress,
  followed,
  read,
  verbatim,
} from './inline.js';

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decoded = (text: string): string =>
  text.replace(/&(?:(lt|gt|amp|quot)|#(\d{1,6}));/g, (whole: string, name?: string, code?: string) => {
    if (name !== undefined) return characters[name] ?? whole;
    const point = Number(code);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });

const tag = (names: string, means: Mark['means']): Mark => ({
  pattern: new RegExp(String.raw`<(?:${names})>([^]*?)</(?:${names})>`, 'i'),
  means,
});

const markup: Markup = {
  marks: [
    tag('pre', verbatim('block', decoded)),
    tag('code', verbatim('code', decoded)),
    {
      pattern: /<a href="([^"]*)">([^]*?)<\/a>/i,
      means: ([, address = '', shown = ''], within) => {
        const to = followed(decoded(address));
        return to === undefined
          ? { kind: 'text', text: decoded(shown) }
          : { kind: 'link', to, inside: within(shown) };
      },
    },
    tag('b|strong', around('strong')),
    tag('i|em', around('emphasis')),
    tag('u|ins', around('underlined')),
    tag('s|strike|del', around('struck')),
    bareAddress(decoded),
  ],
  plain: decoded,
};

/** The HTML that Telegram takes, https://core.telegram.org/bots/api#html-style; what it does not take stands there as it was written. */
export const telegramHtml = (text: string): readonly Inline[] => read(text, markup);
