/**
 * The same `alertmanager.yml` for Debian 12's Alertmanager 0.25, which reads the URL of a webhook from no file: `url_file` came with
 * 0.26, and 0.34 is deployed. Nothing else is another.
 */
export const withWebhookUrls = (yml: string): string =>
  yml.replaceAll(/^(\s*(?:- )?)url_file: .+$/gm, '$1url: http://127.0.0.1:9/');
