import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { secretsFolder } from '#hosts/alertmanager/secret.js';

/** The parts of prometheus.yml that say where something is. */
interface PrometheusConfig {
  readonly rule_files: readonly string[];
  readonly alerting: { readonly alertmanagers: readonly object[] };
  readonly scrape_configs: readonly object[];
}

/** prometheus.yml, which finds its rules below a folder, and everybody else by a proxy instead of the host's network. */
export const prometheusConfig = (text: string, folder: string, proxy: string): string => {
  // The project's own prometheus.yml.
  const config = parse(text) as PrometheusConfig;
  const reached = (config: object): object => ({ ...config, proxy_url: proxy });
  return stringify({
    ...config,
    rule_files: config.rule_files.map((file) => join(folder, file)),
    alerting: { alertmanagers: config.alerting.alertmanagers.map(reached) },
    scrape_configs: config.scrape_configs.map(reached),
  });
};

/** The parts of alertmanager.yml that say whither. */
interface AlertmanagerConfig {
  readonly receivers: readonly ReceiverConfig[];
}
interface ReceiverConfig {
  readonly webhook_configs?: readonly { readonly url_file: string }[];
  readonly email_configs?: readonly { readonly smarthost: string }[];
}

export interface Elsewhere {
  /** The folder that holds the secret files. */
  readonly secrets: string;
  /** What a webhook's secret file holds. */
  readonly urlOf: (file: string) => string;
  /** The mail server, which speaks no TLS. */
  readonly smarthost: string;
}

/**
 * alertmanager.yml, which finds its secrets in another folder and sends mail to another server. Webhooks get their URL in
 * place, for Alertmanager 0.25, which must do here, reads none from a file.
 */
export const alertmanagerConfig = (text: string, { secrets, urlOf, smarthost }: Elsewhere): string => {
  // The project's own alertmanager.yml.
  const config = parse(text.replaceAll(secretsFolder, secrets)) as AlertmanagerConfig;
  return stringify({
    ...config,
    receivers: config.receivers.map(({ webhook_configs, email_configs, ...receiver }) => {
      const others = Object.keys(receiver).filter((field) => !['name', 'slack_configs'].includes(field));
      if (others.length > 0) throw new Error(`${others.join(', ')} would be told: give them a sink first`);
      return {
        ...receiver,
        ...(webhook_configs && {
          webhook_configs: webhook_configs.map(({ url_file, ...rest }) => ({
            ...rest,
            url: urlOf(url_file),
          })),
        }),
        ...(email_configs && {
          email_configs: email_configs.map((email) => ({ ...email, smarthost, require_tls: false })),
        }),
      };
    }),
  });
};
