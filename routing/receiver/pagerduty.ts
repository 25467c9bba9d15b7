import type { Fault } from '../../ground/fault.js';
import type { PagerDutyMessage } from '../message/pagerduty.js';
import type { Secret } from '../../ground/secret.js';
import { messageFaults } from '../template/faults.js';

export interface PagerDuty {
  readonly integration: 'pagerduty';
  /** The integration key of a service, for the Events API v2. */
  readonly routingKey: Secret;
  readonly sendResolved: boolean;
  /** Go templates in place of the project's own. */
  readonly message: Partial<PagerDutyMessage>;
}

/** Opens an incident in PagerDuty, and closes it when all is resolved unless told otherwise. */
export const pagerduty = (
  settings: Pick<PagerDuty, 'routingKey'> & Partial<Pick<PagerDuty, 'sendResolved' | 'message'>>,
): PagerDuty => ({ integration: 'pagerduty', sendResolved: true, message: {}, ...settings });

export const pagerdutyFaults = (at: string, { message }: PagerDuty): readonly Fault[] =>
  messageFaults(`${at}.message`, message);
