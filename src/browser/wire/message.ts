/** By what somebody is told. */
export type Medium =
  'slack' | 'email' | 'pagerduty' | 'opsgenie' | 'sms' | 'msteams' | 'discord' | 'telegram' | 'webhook';

/** A message as a receiver got it from the real Alertmanager. */
export interface Message {
  readonly id: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  /** The receiver in the configuration. */
  readonly receiver: string;
  readonly medium: Medium;
  /** Whom it reaches: a channel, an address, a service. */
  readonly to: string;
  /** Whether it tells that all is resolved. */
  readonly isResolved: boolean;
  /** The alerts that it tells of, by name. */
  readonly alerts: readonly string[];
  /** The very JSON that was posted; of e-mail `{ subject, from, to, html, text }`; of SMS `{ subject, text }`. */
  readonly body: unknown;
  /** Why nobody should have got it by this receiver, where that is so. */
  readonly wrong?: string;
}
