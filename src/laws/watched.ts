import { type Application, alertsOf, scrapesOf } from '#application/application.js';
import { unwatchedTargets, unwatchedTellers } from '#application/unwatched.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const faults = (application: Application): readonly Fault[] => {
  const { name, namespace, platform } = application;
  const alerts = alertsOf(application);
  return [
    ...unwatchedTargets(scrapesOf(application), alerts, namespace).map(
      ({ target: { job = '', namespace: where } }) => ({
        where: `${name}/scrapes`,
        what: job,
        code: 'nobody-watches' as const,
        why: `no alert tells when the targets of job ${job} in ${where} fail and when they are gone: all that read its metrics are quiet then`,
        cure: `leave its watching to application(…), or add it to the jobs of targetDown(…)`,
      }),
    ),
    ...unwatchedTellers(platform, alerts).map((teller) => ({
      where: `${name}/platform`,
      what: teller.metric.info.name,
      code: 'nobody-watches' as const,
      why: `no alert tells when ${teller.name} is silent: all that read its metrics are quiet then`,
      cure: 'leave its watching to application(…), or add platformMetricsMissing(…)',
    })),
  ];
};

/** A target that is gone looks like one of which all is well, unless somebody tells. */
export const everyScrapeIsWatched: Law = inEach(({ applications }) => applications.flatMap(faults));
