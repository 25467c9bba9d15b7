import { type Application, scrapesOf } from '#application/application.js';
import { certificatesOf, loginsOf } from '#application/scrape/access.js';
import type { Secret } from '#ground/secret.js';
import { secretFile } from '#hosts/alertmanager/secret.js';

/** A secret as Prometheus opens it. */
export const mountedSecret = (secret: Secret): string => `/etc/prometheus/secrets/${secretFile(secret)}`;

/** The secrets by which Prometheus scrapes, each once. */
export const scrapeSecrets = (application: Pick<Application, 'scrapes' | 'exporters'>): readonly Secret[] => {
  const all = scrapesOf(application).flatMap(({ access }) => [
    ...certificatesOf(access),
    ...loginsOf(access),
  ]);
  return all.filter((each, i) => all.findIndex((other) => secretFile(other) === secretFile(each)) === i);
};

/** Those of the secret files of the host that Prometheus may read. */
export const secretMounts = (application: Pick<Application, 'scrapes' | 'exporters'>): readonly string[] =>
  scrapeSecrets(application).map((secret) => `./secrets/${secretFile(secret)}:${mountedSecret(secret)}:ro`);
