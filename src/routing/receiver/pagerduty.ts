import type { Fault } from '#ground/fault.js';
import { type PagerDutyMessage, pagerdutyMessage } from '#routing/message/pagerduty.js';
import type { Reader } from '#routing/message/reader.js';
import type { Secret } from '#ground/secret.js';
import { type Proxied, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface PagerDuty extends Paging {
  readonly integration: 'pagerduty';
  /** The integration key of a service, for the Events API v2. */
  readonly routingKey: Secret;
  readonly http: Proxied;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. The tests render them, `proof/notification/faults.ts`: what is misspelt is refused there. */
  readonly message: Partial<PagerDutyMessage>;
}

/** Opens an incident in PagerDuty, and closes it when all is resolved unless told otherwise. */
export const pagerduty = (
  settings: Pick<PagerDuty, 'routingKey'> &
    Partial<Pick<PagerDuty, 'http' | 'sendResolved' | 'pages' | 'message'>>,
): PagerDuty => ({
  integration: 'pagerduty',
  http: {},
  sendResolved: true,
  pages: true,
  message: {},
  ...settings,
});

export const pagerdutyFaults = (at: string, { http }: PagerDuty): readonly Fault[] => httpFaults(at, http);

/** What an incident says to `reader`. */
export const pagerdutyTemplates = ({ message }: PagerDuty, reader: Reader): PagerDutyMessage => ({
  ...pagerdutyMessage(reader),
  ...message,
});
