import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import type { Reader } from '#routing/message/reader.js';
import { type TelegramMessage, telegramMessage } from '#routing/message/telegram.js';
import { type Proxied, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface Telegram extends Paging {
  readonly integration: 'telegram';
  /** What the bot is known by, as BotFather tells it. */
  readonly botToken: Secret;
  /** The id of a chat in which the bot is: below 0 for a group, e.g. `-1001234567890`. */
  readonly chat: number;
  readonly http: Proxied;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<TelegramMessage>;
}

/** Sends to a chat of Telegram, what resolved too unless told otherwise. It needs Alertmanager 0.24, on a host 0.26, which reads the token from a file. */
export const telegram = (
  settings: Pick<Telegram, 'botToken' | 'chat'> &
    Partial<Pick<Telegram, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): Telegram => ({
  integration: 'telegram',
  http: {},
  sendResolved: true,
  pages: false,
  message: {},
  ...settings,
});

export const telegramFaults = (at: string, { chat, http }: Telegram): readonly Fault[] => [
  ...(Number.isSafeInteger(chat) && chat !== 0
    ? []
    : [
        {
          where: `${at}.chat`,
          what: `${chat}`,
          code: 'bad-recipient' as const,
          why: `${chat} is no id of a chat`,
          cure: 'write the whole number that getUpdates of the bot tells, e.g. -1001234567890',
        },
      ]),
  ...httpFaults(at, http),
];

/** What a message in the chat says to `reader`. */
export const telegramTemplates = ({ message }: Telegram, reader: Reader): TelegramMessage => ({
  ...telegramMessage(reader),
  ...message,
});
