import { scrapesOf } from '#application/application.js';
import type { HistogramIntake } from '#application/scrape/histograms.js';
import type { Fault } from '#ground/fault.js';
import { type Release, isBefore } from '#ground/release.js';
import type { Feature, Platform } from '#platform/platform.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** What a field of a scrape needs: docs/versions.md. */
interface Needed {
  readonly prometheus: Release;
  readonly operator: `${Release}.${number}`;
  /** The feature without which older ones than this do nothing of it. */
  readonly feature?: { readonly until: Release; readonly name: Feature };
}

export const histogramNeeds: Partial<Readonly<Record<keyof HistogramIntake, Needed>>> = {
  convertClassicHistogramsToNHCB: {
    prometheus: '3.0',
    operator: '0.82.0',
    feature: { until: '3.8', name: 'native-histograms' },
  },
  scrapeNativeHistograms: { prometheus: '3.8', operator: '0.88.1' },
  scrapeClassicHistograms: { prometheus: '2.45', operator: '0.78.0' },
};

const unmet = (
  { versions, prometheus }: Platform,
  cluster: string,
  field: string,
  needed: Needed,
): readonly Pick<Fault, 'code' | 'why' | 'cure'>[] => [
  ...(isBefore(versions.prometheus, needed.prometheus)
    ? [
        {
          code: 'prometheus-too-old' as const,
          why: `${field} needs Prometheus ${needed.prometheus}, and the platform of ${cluster} runs ${versions.prometheus}`,
          cure: `update it to ${needed.prometheus} or newer, or leave ${field} out and declare the histogram as it is stored`,
        },
      ]
    : []),
  ...(isBefore(versions.operator, needed.operator)
    ? [
        {
          code: 'operator-too-old' as const,
          why: `${field} needs prometheus-operator ${needed.operator}, and the platform of ${cluster} runs ${versions.operator}, whose API server drops the field and says nothing`,
          cure: `update it to ${needed.operator} or newer, its CRDs too`,
        },
      ]
    : []),
  ...(needed.feature !== undefined &&
  isBefore(versions.prometheus, needed.feature.until) &&
  !prometheus.features.includes(needed.feature.name)
    ? [
        {
          code: 'feature-not-enabled' as const,
          why: `${field} does nothing before Prometheus ${needed.feature.until} without --enable-feature=${needed.feature.name}, and the platform of ${cluster} runs ${versions.prometheus} without`,
          cure: `give the platform's Prometheus the feature '${needed.feature.name}', or update it to ${needed.feature.until} or newer`,
        },
      ]
    : []),
];

/** A scrape that asks for native histograms where nobody takes them stores classic ones, and who reads the native ones is silent. */
export const everyHistogramIsTakenAsAsked: Law = inEach(
  platformLaw((platform, { applications, cluster }) =>
    applications.flatMap((application) =>
      scrapesOf(application).flatMap(({ name, histograms }) =>
        (
          ['convertClassicHistogramsToNHCB', 'scrapeNativeHistograms', 'scrapeClassicHistograms'] as const
        ).flatMap((field): readonly Fault[] => {
          const needed = histogramNeeds[field];
          return histograms[field] !== true || needed === undefined
            ? []
            : unmet(platform, cluster.name, field, needed).map((fault) => ({
                where: `${application.name}/scrape-${name}`,
                what: field,
                ...fault,
              }));
        }),
      ),
    ),
  ),
);
