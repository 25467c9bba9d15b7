import { App } from 'cdk8s/lib/app.js';
import type { Application as Description } from '#application/application.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { Application } from '#constructs/application.js';
import { scraperOf } from '#cluster/scraper.js';
import { writtenAs } from '#delivery/written-as.js';
import type { Manifest } from '#imports/manifest.js';
import { render } from '#imports/render.js';
import { type VictoriaMetricsSpec, victoriaMetrics } from '#platform/engine/victoriametrics.js';
import { seoul } from './somewhere.js';

/** The objects of an application in a cluster that is kept in a VictoriaMetrics, each checked by the schema of its kind. */
export const keptInVictoriaMetrics = (
  application: Description,
  spec: Partial<VictoriaMetricsSpec> = {},
): readonly Manifest[] => {
  const engine = victoriaMetrics({ url: 'http://vmsingle.monitoring.svc:8428', retention: '52w', ...spec });
  const cluster = seoul(engine, { applications: [application] });
  const chart = new Application(new App(), application, {
    evaluation: evaluationOf(cluster),
    as: writtenAs(cluster),
    scraper: scraperOf(cluster),
  });
  const { objects, faults } = render(chart);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return objects.map(({ manifest }) => manifest);
};
