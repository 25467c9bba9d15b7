import { replace } from './cut.js';

/** How a service wants written what is more than plain text. */
export interface Medium {
  /** Stages of a pipeline that keep a text from being read as markup; none where there is no markup. */
  readonly escape: readonly string[];
  /** What is left of an escape that was cut, as a regular expression. */
  readonly torn?: string;
  /** A text that stands out. */
  readonly strong: (text: string) => string;
  /** A link, for `printf`: of the URL, then of the text; with what parts it from the text before. */
  readonly link: string;
  /** Stages that a URL goes through before it is written. */
  readonly escapeLink: readonly string[];
  /** The characters with which a URL would end the link, as in a class of a regular expression. */
  readonly endsLink: string;
  readonly lineBreak: string;
  /** Whether Go escapes what a template takes from an alert, as it does in HTML unless it is told that it is safe. */
  readonly html?: true;
}

/** Nothing but text, as in the details of an incident. */
export const plain: Medium = {
  escape: [],
  strong: (text) => text,
  link: '\n%[2]s: %[1]s',
  escapeLink: [],
  endsLink: String.raw`\s`,
  lineBreak: '\n',
};

const ampersand = replace('&', '&amp;');

/** Slack reads `<`, `>` and `&` as markup, https://docs.slack.dev/messaging/formatting-message-text/#escaping. */
export const mrkdwn: Medium = {
  escape: [ampersand, replace('<', '&lt;'), replace('>', '&gt;')],
  torn: '&[a-z]*',
  strong: (text) => `*${text}*`,
  link: ' · <%s|%s>',
  escapeLink: [ampersand],
  endsLink: String.raw`\s<>|`,
  lineBreak: '\n',
};

/** The HTML of Telegram, https://core.telegram.org/bots/api#html-style: the same three are escaped. */
export const telegramHtml: Medium = {
  ...mrkdwn,
  strong: (text) => `<b>${text}</b>`,
  link: ' · <a href="%s">%s</a>',
  endsLink: String.raw`\s<>"`,
  html: true,
};

/** The Markdown of Discord, https://support.discord.com/hc/en-us/articles/210298617. */
export const markdown: Medium = {
  escape: [replace('([\\\\`*_~|<>\\[\\]])', String.raw`\${1}`)],
  torn: String.raw`\\`,
  strong: (text) => `**${text}**`,
  link: ' · [%[2]s](%[1]s)',
  escapeLink: [replace('[(]', '%28'), replace('[)]', '%29')],
  endsLink: String.raw`\s<>`,
  lineBreak: '\n',
};

/** That of cards in Microsoft Teams, in which only an empty line ends a line, https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features. */
export const cardMarkdown: Medium = { ...markdown, lineBreak: '\n\n' };
