import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import { type Http, httpFaults } from './http.js';
import type { Paging } from './paging.js';

export interface Webhook extends Paging {
  readonly integration: 'webhook';
  /** A secret even where the URL holds no token today: who knows it can send. */
  readonly url: Secret;
  /** Most alerts in one request; 0 is all of them. */
  readonly maxAlerts: number;
  readonly http: Http;
  readonly sendResolved: boolean;
}

/** Posts Alertmanager's JSON to a URL, of what resolved too unless told otherwise. */
export const webhook = (
  settings: Pick<Webhook, 'url'> & Partial<Pick<Webhook, 'maxAlerts' | 'http' | 'sendResolved' | 'pages'>>,
): Webhook => ({
  integration: 'webhook',
  maxAlerts: 0,
  http: {},
  sendResolved: true,
  pages: false,
  ...settings,
});

export const webhookFaults = (at: string, { maxAlerts, http }: Webhook): readonly Fault[] => [
  ...(Number.isInteger(maxAlerts) && maxAlerts >= 0
    ? []
    : [
        {
          where: `${at}.maxAlerts`,
          what: `${maxAlerts}`,
          code: 'no-whole-number' as const,
          why: `${maxAlerts} is no number of alerts`,
          cure: 'write a whole number, or 0 for all of them',
        },
      ]),
  ...httpFaults(at, http),
];
