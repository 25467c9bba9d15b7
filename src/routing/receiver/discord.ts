import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import { type DiscordMessage, discordMessage } from '#routing/message/discord.js';
import type { Reader } from '#routing/message/reader.js';
import { type Http, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface Discord extends Paging {
  readonly integration: 'discord';
  /** A channel's webhook: who knows its URL can post. */
  readonly url: Secret;
  readonly http: Http;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<DiscordMessage>;
}

/** Sends to a channel of Discord, what resolved too unless told otherwise. It needs Alertmanager 0.25, on a host 0.28, which reads the URL from a file. */
export const discord = (
  settings: Pick<Discord, 'url'> & Partial<Pick<Discord, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): Discord => ({
  integration: 'discord',
  http: {},
  sendResolved: true,
  pages: false,
  message: {},
  ...settings,
});

export const discordFaults = (at: string, { http }: Discord): readonly Fault[] => httpFaults(at, http);

/** What a message in the channel says to `reader`. */
export const discordTemplates = ({ message }: Discord, reader: Reader): DiscordMessage => ({
  ...discordMessage(reader),
  ...message,
});
