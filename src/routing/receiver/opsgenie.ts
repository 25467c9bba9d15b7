import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import { type OpsgenieMessage, opsgenieMessage } from '#routing/message/opsgenie.js';
import type { Reader } from '#routing/message/reader.js';
import { type Proxied, httpFaults } from './http.js';
import type { Paging } from './paging.js';

/** Where accounts are. */
export const regions = ['us', 'eu'] as const;

export interface Opsgenie extends Paging {
  readonly integration: 'opsgenie';
  /** The key of an API integration, which belongs to the team that is told. */
  readonly apiKey: Secret;
  /** Where the account is: its API differs. */
  readonly region: (typeof regions)[number];
  readonly http: Proxied;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<OpsgenieMessage>;
}

/**
 * Opens an alert in Opsgenie, and closes it when all is resolved unless told otherwise. Title and description follow what fires, but
 * Opsgenie keeps an alert's first priority: a route that groups by severity, as it does of its own, has one for each. Alertmanager
 * adds the labels that all alerts share, as they are.
 */
export const opsgenie = (
  settings: Pick<Opsgenie, 'apiKey'> &
    Partial<Pick<Opsgenie, 'region' | 'http' | 'sendResolved' | 'pages' | 'message'>>,
): Opsgenie => ({
  integration: 'opsgenie',
  region: 'us',
  http: {},
  sendResolved: true,
  pages: true,
  message: {},
  ...settings,
});

/** The API of an account that is elsewhere than Alertmanager takes it to be. */
export const opsgenieApi = ({ region }: Opsgenie): string | undefined =>
  region === 'eu' ? 'https://api.eu.opsgenie.com/' : undefined;

export const opsgenieFaults = (at: string, { http }: Opsgenie): readonly Fault[] => httpFaults(at, http);

/** What an alert says to `reader`. */
export const opsgenieTemplates = ({ message }: Opsgenie, reader: Reader): OpsgenieMessage => ({
  ...opsgenieMessage(reader),
  ...message,
});
