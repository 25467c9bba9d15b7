import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import { type MSTeamsMessage, msteamsMessage } from '#routing/message/msteams.js';
import type { Reader } from '#routing/message/reader.js';
import { type Http, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface MSTeams extends Paging {
  readonly integration: 'msteams';
  /** The URL of a workflow that posts to a channel when a webhook request is received: who knows it can post. */
  readonly url: Secret;
  readonly http: Http;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<MSTeamsMessage>;
}

/**
 * Sends to a channel of Microsoft Teams by a workflow, what resolved too unless told otherwise. It needs Alertmanager 0.28
 * (`msteamsv2`): the connectors to which earlier ones send (`msteams`) are retired.
 */
export const msteams = (
  settings: Pick<MSTeams, 'url'> & Partial<Pick<MSTeams, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): MSTeams => ({
  integration: 'msteams',
  http: {},
  sendResolved: true,
  pages: false,
  message: {},
  ...settings,
});

export const msteamsFaults = (at: string, { http }: MSTeams): readonly Fault[] => httpFaults(at, http);

/** What a card in the channel says to `reader`. */
export const msteamsTemplates = ({ message }: MSTeams, reader: Reader): MSTeamsMessage => ({
  ...msteamsMessage(reader),
  ...message,
});
