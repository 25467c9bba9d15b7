import { type Room, allText } from './alerts.js';
import { telegramHtml } from './medium.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';
import { shortened } from './written.js';

/** The field of a `telegram_config` that is a Go template, of HTML. */
export interface TelegramMessage {
  readonly message: string;
}

/** A message has 4,096 characters at most, https://core.telegram.org/bots/api#sendmessage: what is longer, Alertmanager does not send. */
const room: Room = { firing: 4, resolved: 1, summary: 120, description: 160, labels: 120, link: 150 };

/** What the project says in Telegram. */
export const telegramMessage = (reader: Reader): TelegramMessage => ({
  message: [
    titleTemplate(reader, (value, most) => shortened(telegramHtml, value, most)),
    allText(reader, telegramHtml, room),
  ].join('\n\n'),
});
