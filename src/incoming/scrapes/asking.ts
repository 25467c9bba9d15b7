import { type Duration, duration } from '#ground/duration.js';
import { secondsIn } from '#promql/expr/length.js';
import type { AskingSpec } from '#application/scrape/asking.js';
import { type BasicAuth, type Tls } from '#application/scrape/access.js';
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

const lengthOf = (text: string | undefined): Duration | undefined => {
  const seconds = text === undefined ? undefined : secondsIn(text);
  return seconds === undefined ? undefined : duration(seconds);
};

const tlsOf = (settings: Settings): Tls | undefined => {
  const tls = settings.below('tls_config');
  if (!tls) return undefined;
  const ca = tls.below('ca')?.secret('secret', 'ca.crt') ?? tls.secret('ca', 'ca.crt');
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
  const tls = tlsOf(settings);
  const basicAuth = basicOf(settings);
  const token =
    settings.secret('bearer_token_secret', 'token') ??
    settings.below('authorization')?.secret('credentials', 'token');
  const [path, timeout] = [settings.text(names.path), lengthOf(settings.text('scrape_timeout'))];
  const params = paramsOf(settings);
  const protocol = outer.text('fallback_scrape_protocol');
  const known = scrapeProtocols.find((each) => each === protocol);
  const [samples, labels] = [outer.number('sample_limit'), outer.number('label_limit')];
  const drop = dropped(stepsOf(settings.items(names.metricRelabelings), form));
  const honours = settings.truth('honor_labels');
  return {
    given: {
      ...(scheme === 'https' ? { scheme, ...(tls && { tls }) } : {}),
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
