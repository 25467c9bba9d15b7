import type { Secret } from '#ground/secret.js';
import type { Http } from './http.js';
import type { Integration } from './receiver.js';

const ofHttp = ({ bearerToken }: Http): readonly Secret[] => (bearerToken === undefined ? [] : [bearerToken]);

/** The secrets by which an integration may send; none where a mail server asks for none, or AWS knows the machine. */
export const secretsOf = (integration: Integration): readonly Secret[] => {
  switch (integration.integration) {
    case 'slack':
    case 'msteams':
    case 'discord':
    case 'webhook':
      return [integration.url, ...ofHttp(integration.http)];
    case 'email':
      return integration.login === undefined ? [] : [integration.login.password];
    case 'pagerduty':
      return [integration.routingKey];
    case 'opsgenie':
      return [integration.apiKey];
    case 'telegram':
      return [integration.botToken];
    case 'own':
      return integration.secrets;
    case 'sns':
      return integration.keys === undefined ? [] : [integration.keys.access, integration.keys.secret];
  }
};
