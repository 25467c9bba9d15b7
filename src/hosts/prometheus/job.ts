import { type Application, scrapesOf } from '#application/application.js';
import type { Defaults } from '#application/host/intervals.js';
import { type Relabeling, relabelingsOf } from '#application/relabeling.js';
import { type Scrape, jobName } from '#application/scrape.js';
import type { Params } from '#application/scrape/address.js';
import type { HistogramIntake } from '#application/scrape/histograms.js';
import type { Intake, ScrapeProtocol } from '#application/scrape/intake.js';
import { addressOnHost } from '#application/scrape/through.js';
import { type WrittenLabel, askedThrough } from '#application/written-labels.js';
import type { Duration } from '#ground/duration.js';
import { accessConfig } from './access.js';
import { type StaticConfig, staticConfigs } from './static.js';

/** An entry of `scrape_configs`, https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scrape_interval?: Duration;
  readonly scrape_timeout?: Duration;
  readonly scheme?: 'http' | 'https';
  readonly tls_config?: object;
  readonly basic_auth?: object;
  readonly authorization?: object;
  readonly metrics_path?: string;
  readonly params?: Params;
  readonly honor_labels?: boolean;
  readonly fallback_scrape_protocol?: ScrapeProtocol;
  readonly sample_limit?: number;
  readonly label_limit?: number;
  readonly scrape_native_histograms?: boolean;
  readonly convert_classic_histograms_to_nhcb?: boolean;
  readonly always_scrape_classic_histograms?: boolean;
  readonly native_histogram_bucket_limit?: number;
  readonly native_histogram_min_bucket_factor?: number;
  readonly static_configs: readonly StaticConfig[];
  readonly relabel_configs?: readonly object[];
  readonly metric_relabel_configs?: readonly object[];
}

/** A relabeling in the words of Prometheus, whose own action is to replace. */
const relabeling = (each: Relabeling): object => ({
  ...(each.action !== 'replace' && { action: each.action }),
  ...('source' in each && { source_labels: [each.source] }),
  regex: each.regex,
  ...('target' in each && { target_label: each.target }),
});

/** Writing a label, in the words of Prometheus. */
const writing = (written: WrittenLabel): object => ({
  ...('from' in written ? { source_labels: [written.from] } : { replacement: written.text }),
  target_label: written.label,
});

/** What is taken of an answer, in the words of Prometheus. It knows a format to fall back to since 3.0. */
const intakeConfig = ({ fallbackScrapeProtocol, sampleLimit, labelLimit, honorLabels }: Intake) => ({
  ...(honorLabels && { honor_labels: honorLabels }),
  ...(fallbackScrapeProtocol && { fallback_scrape_protocol: fallbackScrapeProtocol }),
  ...(sampleLimit && { sample_limit: sampleLimit }),
  ...(labelLimit && { label_limit: labelLimit }),
});

/** What is made of histograms, in the words of Prometheus: the release that a host runs knows all of them without a flag. */
const histogramConfig = (histograms: HistogramIntake) => {
  const { nativeHistogramBucketLimit: limit, nativeHistogramMinBucketFactor: factor } = histograms;
  return {
    ...(histograms.scrapeNativeHistograms && { scrape_native_histograms: true }),
    ...(histograms.convertClassicHistogramsToNHCB && { convert_classic_histograms_to_nhcb: true }),
    ...(histograms.scrapeClassicHistograms && { always_scrape_classic_histograms: true }),
    ...(limit !== undefined && { native_histogram_bucket_limit: limit }),
    ...(factor !== undefined && { native_histogram_min_bucket_factor: factor }),
  };
};

/** The job of a scrape. Each target has the labels that the operator would give it, so that the same rules read both. */
const job = (scrape: Scrape, { name: host, namespace }: Application, defaults: Defaults): ScrapeConfig => {
  const { path, params, interval, timeout } = scrape;
  const relabelings = relabelingsOf(scrape).map(relabeling);
  const through = scrape.of === 'targets' && scrape.through;
  return {
    job_name: jobName(scrape),
    ...(interval !== defaults.interval && { scrape_interval: interval }),
    ...(timeout !== defaults.timeout && { scrape_timeout: timeout }),
    ...accessConfig(scrape.access),
    ...(path !== '/metrics' && { metrics_path: path }),
    ...(Object.keys(params).length > 0 && { params }),
    ...intakeConfig(scrape.intake),
    ...histogramConfig(scrape.histograms),
    static_configs: staticConfigs(scrape, { host, namespace }),
    ...(through && { relabel_configs: askedThrough(addressOnHost(through)).map(writing) }),
    ...(relabelings.length > 0 && { metric_relabel_configs: relabelings }),
  };
};

/** The jobs of an application: what it scrapes itself, its exporters, and the servers of its host. */
export const jobs = (application: Application, defaults: Defaults): readonly ScrapeConfig[] =>
  scrapesOf(application).map((scrape) => job(scrape, application, defaults));
