import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';

const page = ['page'] as const;
const range = [0, Infinity] as const;

/**
 * What Lighthouse found of each page, https://github.com/GoogleChrome/lighthouse: the medians of its newest runs, which a script that is
 * made for the website writes of Lighthouse CI's results as a file for node_exporter. Everything is loaded with empty caches, as by somebody
 * who comes for the first time, from wherever it lies: browsers tell no sizes of what other origins serve.
 */
export const lighthouseMetrics = catalog({
  performance: gauge('lighthouse_performance_score_ratio', {
    help: "Lighthouse's score for performance, of 1",
    labels: page,
    range: [0, 1],
  }),
  speedIndex: gauge('lighthouse_speed_index_seconds', {
    help: 'How soon what is seen of a page is complete, on average over what is seen',
    labels: page,
    range,
  }),
  scripts: gauge('lighthouse_scripts_bytes', {
    help: 'Bytes of scripts that a page loads, as they are sent',
    labels: page,
    range,
  }),
  images: gauge('lighthouse_images_bytes', {
    help: 'Bytes of images that a page loads, as they are sent',
    labels: page,
    range,
  }),
  measured: gauge('lighthouse_measured_timestamp_seconds', {
    help: 'When Lighthouse looked at a page last',
    labels: page,
    unit: 'timestamp',
    range,
  }),
});
