import { type ChartVersions, versionsOfChart } from '#platform/chart.js';
import type { Platform } from '#platform/platform.js';
import { isSameVersion } from '#platform/version.js';
import type { Values } from './contribution.js';

/** Grafana's images are called by the release alone, the others' with a `v`. */
const tag = (program: keyof ChartVersions, version: string): string =>
  program === 'grafana' ? version : `v${version}`;

/** The image of a program, where it is another than the chart runs by itself; of a chart that is not recorded nobody knows which that is. */
export const image = ({ chart, versions }: Platform, program: keyof ChartVersions): Values => {
  const byItself = versionsOfChart(chart)?.[program];
  const version = versions[program];
  return byItself !== undefined && isSameVersion(byItself, version)
    ? { image: undefined }
    : { image: { tag: tag(program, version) } };
};
