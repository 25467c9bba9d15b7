import type { Duration } from '#ground/duration.js';

/** A service of a Compose file as far as monitoring needs it, https://docs.docker.com/reference/compose-file/services/. */
export interface ComposeService {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly command?: readonly string[];
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: 'none';
  readonly healthcheck?: object;
  readonly restart?: 'unless-stopped' | 'no';
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: `${number}m`;
  readonly logging?: object;
}

const commands = {
  wget: ['wget', '--quiet', '--output-document=/dev/null'],
  curl: ['curl', '--fail', '--silent', '--output', '/dev/null'],
} as const;

/**
 * Asks from inside every half a minute whether a server answers, by a program that its image holds. An image that holds none cannot
 * ask itself.
 */
export const answers = (
  asks: keyof typeof commands | undefined,
  url: string,
  startPeriod: Duration = '30s',
): Pick<ComposeService, 'healthcheck'> =>
  asks === undefined
    ? {}
    : {
        healthcheck: {
          test: ['CMD', ...commands[asks], url],
          interval: '30s',
          timeout: '5s',
          retries: 3,
          start_period: startPeriod,
        },
      };

/** What every service has: it comes back after a crash and a reboot, has no rights, little memory, and a log that ends. */
export const hardened = {
  restart: 'unless-stopped',
  read_only: true,
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } },
} as const;
