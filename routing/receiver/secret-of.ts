import type { Secret } from '../../ground/secret.js';
import type { Integration } from './receiver.js';

/** The secret by which an integration may send; none where a mail server asks for none. */
export const secretOf = (integration: Integration): Secret | undefined => {
  switch (integration.integration) {
    case 'slack':
    case 'webhook':
      return integration.url;
    case 'email':
      return integration.login?.password;
    case 'pagerduty':
      return integration.routingKey;
  }
};
