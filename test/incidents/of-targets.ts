import { type Application, scrapesOf } from '#application/application.js';
import { targetsOf } from '#application/target.js';

/** A series, named as promtool names it. */
export const named = (metric: string, labels: Readonly<Record<string, string>>): string =>
  `${metric}{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ')}}`;

/** What Prometheus says of every target of an application, each of them so. */
export const upOf = (application: Application, values: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    scrapesOf(application)
      .flatMap(targetsOf)
      .map((target) => [named('up', { ...target, instance: 'a' }), values]),
  );
