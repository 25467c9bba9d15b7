import { type Room, allText } from './alerts.js';
import { cardMarkdown, markdown, mrkdwn, plain, telegramHtml } from './medium.js';
import type { Reader } from './reader.js';
import { lineTemplate, titleTemplate } from './title.js';

const markups = { plain, markdown, cardMarkdown, mrkdwn, telegramHtml } as const;

/**
 * How a service wants written what is more than plain text: `markdown` as Discord and Webex read it, `cardMarkdown` of Microsoft Teams,
 * `mrkdwn` of Slack, `telegramHtml` of Telegram.
 */
export type Markup = keyof typeof markups;

/** A Go template for one line that tells a whole message, under 256 characters: `[2 firing] HighErrorRate (critical)`. */
export const messageTitle = (reader: Reader): string => titleTemplate(reader);

/** The same with what the worst alert says, for a place that shows one line. */
export const messageLine = (reader: Reader): string => lineTemplate(reader);

/**
 * A Go template for all alerts of a message, those that fire first and of these the worst: what each says, since when, its labels, its runbook
 * and its dashboard. It escapes what would be read as markup.
 *
 * @param room how much the service takes, so that a storm of alerts is cut where it reads well and not refused.
 */
export const messageText = (reader: Reader, markup: Markup, room: Room): string =>
  allText(reader, markups[markup], room);
