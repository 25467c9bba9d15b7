import type { Fault } from '#ground/fault.js';
import type { Reader } from '#routing/message/reader.js';
import { type SlackMessage, slackMessage } from '#routing/message/slack.js';
import type { Secret } from '#ground/secret.js';
import { type Http, httpFaults } from './http.js';
import type { Paging } from './paging.js';

/** `#channel`, `@member`, or an id as Slack shows it below the details of a channel: `C024BE91L`. */
export type Channel = `#${string}` | `@${string}` | `${'C' | 'D' | 'G'}${Uppercase<string>}`;

export interface Slack extends Paging {
  readonly integration: 'slack';
  /** An incoming webhook's URL: who knows it can post. */
  readonly url: Secret;
  readonly channel: Channel;
  readonly http: Http;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<SlackMessage>;
}

/** Sends to a Slack channel, what resolved too unless told otherwise. */
export const slack = (
  settings: Pick<Slack, 'url' | 'channel'> &
    Partial<Pick<Slack, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): Slack => ({ integration: 'slack', http: {}, sendResolved: true, pages: false, message: {}, ...settings });

// Slack allows letters of any script, in lower case where there is one.
const channelName = /^[#@][\p{Ll}\p{Lo}\p{N}_.-]{1,80}$/u;
// A channel, a conversation of two, or a group.
const channelId = /^[CDG][A-Z0-9]{8,20}$/;

export const slackFaults = (at: string, { channel, http }: Slack): readonly Fault[] => [
  ...(channelName.test(channel) || channelId.test(channel)
    ? []
    : [
        {
          where: `${at}.channel`,
          what: channel,
          code: 'bad-recipient' as const,
          why: `'${channel}' is no channel of Slack`,
          cure: "write # or @ and its name in lower case without spaces, e.g. '#observer-alerts', or its id, e.g. 'C024BE91L'",
        },
      ]),
  ...httpFaults(at, http),
];

/** What a message in the channel says to `reader`. */
export const slackTemplates = ({ message }: Slack, reader: Reader): SlackMessage => ({
  ...slackMessage(reader),
  ...message,
});
