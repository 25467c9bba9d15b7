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

/** Slack writes three characters in other words, https://docs.slack.dev/messaging/formatting-message-text/#escaping. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A character that stands around something: `*` in `a*b*c` marks nothing. */
const between = (mark: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}${mark}])[${mark}](?=\S)([^${mark}\n]*[^\s${mark}])[${mark}](?![\p{L}\p{N}${mark}])`,
    'u',
  );

/** `<!here>`, `<@U012>`, `<#C012|alerts>`, `<https://…|text>`. */
const bracketed: Mark = {
  pattern: /<([^<>|\n]+)(?:\|([^<>\n]*))?>/,
  means: ([, what = '', shown], within) => {
    const [, sign, name = ''] = /^([!@#])(.*)$/.exec(what) ?? [];
    if (sign !== undefined)
      return { kind: 'mention', text: `${sign === '!' ? '@' : sign}${unescaped(shown ?? name)}` };
    const to = followed(unescaped(what));
    if (to === undefined) return undefined;
    return { kind: 'link', to, inside: within(shown ?? what.replace(/^mailto:/, '')) };
  },
};

const markup: Markup = {
  marks: [
    { pattern: /```\n?([^]*?)```/, means: verbatim('block', unescaped) },
    { pattern: /`([^`\n]+)`/, means: verbatim('code', unescaped) },
    bracketed,
    bareAddress(unescaped),
    { pattern: between('*'), means: around('strong') },
    { pattern: between('_'), means: around('emphasis') },
    { pattern: between('~'), means: around('struck') },
  ],
  plain: unescaped,
};

/** Slack's own markup, https://docs.slack.dev/messaging/formatting-message-text/. */
export const mrkdwn = (text: string): readonly Inline[] => read(text, markup);
