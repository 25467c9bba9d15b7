import { type Duration, duration } from '#ground/duration.js';
import { secondsIn } from '#promql/expr/length.js';
import type { AskingSpec } from '#application/scrape/asking.js';
import {
  type BasicAuth,
  type ServiceAccountParts,
  type Tls,
  checksByCluster,
} from '#application/scrape/access.js';
import { scrapeProtocols } from '#application/scrape/intake.js';
import type { Settings } from '#incoming/settings/settings.js';
import { type Dropped, dropped, stepsOf } from './relabelings.js';
import type { Form } from '#routing/read/field.js';

/** How fields are called where targets are asked: those of monitors, and those of jobs and ScrapeConfigs. */
export interface Names {
  readonly path: string;
  readonly interval: string;
  readonly metricRelabelings: string;
}
export const ofMonitor: Names = {
  path: 'path',
  interval: 'interval',
  metricRelabelings: 'metric_relabelings',
};
export const ofJob: Names = {
  path: 'metrics_path',
  interval: 'scrape_interval',
  metricRelabelings: 'metric_relabel_configs',
};
export const ofScrapeConfig: Names = { ...ofJob, metricRelabelings: 'metric_relabelings' };

/** How targets are asked in our words, and what of it no word says. */
export interface AskedSo {
  readonly given: AskingSpec;
  readonly left: Dropped['left'];
}

/** Why a certificate is not checked, as far as anybody knows. */
const asBefore = (file: string): string => `It was not checked in ${file} either.`;

const lengthOf = (text: string | undefined): Duration | undefined => {
  const seconds = text === undefined ? undefined : secondsIn(text);
  return seconds === undefined ? undefined : duration(seconds);
};

/** Where a pod of Prometheus has the files of its service account. */
const account = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What of the service account is shown, or checked by; what is read so is read. */
const accountOf = (settings: Settings, tls: Settings | undefined): ServiceAccountParts | undefined => {
  const isToken = settings.peek('bearer_token_file') === `${account}/token`;
  const isCa = tls?.peek('ca_file') === `${account}/ca.crt`;
  if (isToken) settings.text('bearer_token_file');
  if (isCa) tls?.text('ca_file');
  if (isToken && isCa) return 'token and ca';
  return isToken ? 'token' : isCa ? 'ca' : undefined;
};

const tlsOf = (tls: Settings | undefined, isByCluster: boolean): Tls | undefined => {
  if (!tls) return undefined;
  const ca = isByCluster
    ? undefined
    : (tls.below('ca')?.secret('secret', 'ca.crt') ?? tls.secret('ca', 'ca.crt'));
  const cert = tls.below('cert')?.secret('secret', 'tls.crt') ?? tls.secret('cert', 'tls.crt');
  const key = tls.secret('key_secret', 'tls.key') ?? tls.secret('key', 'tls.key');
  const serverName = tls.text('server_name');
  const found = {
    ...(ca && { ca }),
    ...(cert && key && { certificate: { cert, key } }),
    ...(serverName !== undefined && { serverName }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
};

const basicOf = (settings: Settings): BasicAuth | undefined => {
  const auth = settings.below('basic_auth');
  const [username, password] = [auth?.secret('username', 'username'), auth?.secret('password', 'password')];
  return username && password ? { username, password } : undefined;
};

const paramsOf = (settings: Settings): AskingSpec['params'] => {
  const found = settings.lists('params');
  const all = Object.entries(found).flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : [[name, [first, ...others]] as const],
  );
  return all.length > 0 ? Object.fromEntries(all) : undefined;
};

/**
 * How targets are asked.
 *
 * @param outer where limits stand: beside the endpoints of a monitor.
 * @param usual how often, where nothing is said of it.
 */
export const askedSo = (
  settings: Settings,
  outer: Settings,
  names: Names,
  form: Form,
  usual: Duration,
): AskedSo => {
  const scheme = settings.text('scheme')?.toLowerCase();
  const below = settings.below('tls_config');
  const serviceAccount = names === ofMonitor ? accountOf(settings, below) : undefined;
  const tls = tlsOf(below, checksByCluster({ ...(serviceAccount && { serviceAccount }) }));
  const isUnverified = below?.truth('insecure_skip_verify') === true;
  const basicAuth = basicOf(settings);
  const token =
    settings.secret('bearer_token_secret', 'token') ??
    settings.below('authorization')?.secret('credentials', 'token') ??
    (names === ofJob ? settings.secret('bearer_token', 'token') : undefined);
  const [path, timeout] = [settings.text(names.path), lengthOf(settings.text('scrape_timeout'))];
  const params = paramsOf(settings);
  const protocol = outer.text('fallback_scrape_protocol');
  const known = scrapeProtocols.find((each) => each === protocol);
  const [samples, labels] = [outer.number('sample_limit'), outer.number('label_limit')];
  const drop = dropped(stepsOf(settings.items(names.metricRelabelings), form));
  const honours = settings.truth('honor_labels');
  return {
    given: {
      ...(scheme === 'https'
        ? { scheme, ...(tls && { tls }), ...(isUnverified && { unverified: asBefore(settings.file) }) }
        : {}),
      ...(serviceAccount && { serviceAccount }),
      ...(basicAuth ? { basicAuth } : token ? { bearerToken: token } : {}),
      ...(path !== undefined && path !== '/metrics' && { path }),
      ...(params && { params }),
      interval: lengthOf(settings.text(names.interval)) ?? usual,
      ...(timeout && { timeout }),
      ...(honours && { honorLabels: true }),
      ...(known && { fallbackScrapeProtocol: known }),
      ...(samples !== undefined && samples > 0 && { sampleLimit: samples }),
      ...(labels !== undefined && labels > 0 && { labelLimit: labels }),
      ...(drop.metrics.length + drop.labels.length > 0 && {
        drop: {
          ...(drop.metrics.length > 0 && { metrics: drop.metrics }),
          ...(drop.labels.length > 0 && { labels: drop.labels }),
        },
      }),
      metrics: [],
    },
    left: drop.left,
  };
};
