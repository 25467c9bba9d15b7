import type { Scrape } from '#application/scrape.js';
import { type Relabeling, relabelingsOf } from '#application/relabeling.js';
import { type WrittenLabel, writtenLabels } from '#application/written-labels.js';
import type { PodScrape } from '#application/scrape/pods.js';
import type { ServiceScrape } from '#application/scrape.js';
import { accessFields } from './access.js';

/** How targets that are found are asked, in the words that ServiceMonitors and PodMonitors share. */
export const endpoint = (description: ServiceScrape | PodScrape) => {
  const { port, path, params, interval, timeout } = description;
  const relabelings = writtenLabels(description).map(writing);
  return {
    port,
    ...accessFields(description.access),
    path,
    ...(Object.keys(params).length > 0 && { params }),
    interval,
    scrapeTimeout: timeout,
    ...(description.intake.honorLabels && { honorLabels: true }),
    ...(relabelings.length > 0 && { relabelings }),
    ...metricRelabelings(description),
  };
};

/** What is done to the labels of what a target answers, in the words of the operator. */
export const metricRelabelings = (description: Scrape) => {
  const relabelings = relabelingsOf(description).map(relabeling);
  return relabelings.length > 0 ? { metricRelabelings: relabelings } : {};
};

const relabeling = (each: Relabeling) => {
  const { action, regex } = each;
  return {
    action,
    ...('source' in each && { sourceLabels: [each.source] }),
    regex,
    ...('target' in each && { targetLabel: each.target }),
  };
};

/** Writing a label, in the words of the operator. */
export const writing = (written: WrittenLabel) => ({
  action: 'replace' as const,
  ...('from' in written ? { sourceLabels: [written.from] } : {}),
  targetLabel: written.label,
  ...('text' in written ? { replacement: written.text } : {}),
});
