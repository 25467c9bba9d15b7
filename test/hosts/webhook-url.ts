import { withoutTeams } from '../routing/without-teams.js';

/**
 * The same `alertmanager.yml` for Debian 12's Alertmanager 0.25, which reads the URL of a webhook and the token of a bot from no file:
 * those came with 0.26 and 0.28, and 0.34 is deployed.
 */
export const withWebhookUrls = (yml: string): string =>
  withoutTeams(yml)
    .replaceAll(/^(\s*(?:- )?)(webhook_)?url_file: .+$/gm, '$1$2url: http://127.0.0.1:9/')
    .replaceAll(/^(\s*(?:- )?)bot_token_file: .+$/gm, '$1bot_token: x');
