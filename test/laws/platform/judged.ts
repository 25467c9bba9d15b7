import { App } from 'cdk8s/lib/app.js';
import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { Application as Description } from '#application/application.js';
import { type ClusterSpec, type Described, cluster } from '#cluster/cluster.js';
import { Application } from '#constructs/application.js';
import { render } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import type { Judged, Law } from '#laws/law.js';
import { featuresOf } from '#platform/feature.js';
import type { Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';

/** A platform of which only this is told. */
export const platform = (changes: Partial<Platform> = {}): Platform => ({ ...usualPlatform, ...changes });

/** The same with another Prometheus, or other releases. */
export const keeping = (prometheus: Partial<Platform['prometheus']>): Platform =>
  platform({ prometheus: { ...usualPlatform.prometheus, ...prometheus } });
export const running = (
  versions: Partial<Platform['versions']>,
  prometheus: Partial<Platform['prometheus']> = {},
): Platform => {
  const all = { ...usualPlatform.versions, ...versions };
  return { ...keeping({ features: featuresOf(all.prometheus), ...prometheus }), versions: all };
};

type Change = (chart: Application) => void;

/** A cluster `production` with its objects as they are rendered on its platform. */
export const judged = (
  on: Platform,
  applications: readonly Described[],
  { change = () => {}, ...spec }: Partial<ClusterSpec> & { readonly change?: Change } = {},
): Judged => {
  const place = cluster('production', { platform: on, applications, ...spec });
  const objects = place.applications.flatMap((each: Description) => {
    const chart = new Application(new App(), each, { platform: on });
    change(chart);
    return render(chart).objects.map((object) => ({ ...object, place: place.name }));
  });
  return { applications: place.applications, objects, cluster: place };
};

/** What a law has against them. */
export const against = (law: Law, ...given: Parameters<typeof judged>): readonly Fault[] =>
  law(judged(...given));

/** The object of a kind in a chart. */
export const objectOf = (chart: Application, kind: string): ApiObject => {
  const found = chart.node.findAll().find((each) => each instanceof ApiObject && each.kind === kind);
  if (!(found instanceof ApiObject)) throw new Error(`there is no ${kind}`);
  return found;
};
