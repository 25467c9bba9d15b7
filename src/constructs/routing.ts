import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import { AlertmanagerConfig } from '#imports/alertmanager-config.js';
import { alertmanagerConfigSpec } from './alertmanager-config.js';
import { routingParts } from '#routing/routing-parts.js';
import { type WrittenAs, forPrometheus } from './written-as.js';

/**
 * The AlertmanagerConfigs by which an application's alerts reach people: one for each Secret that they are told by, so that one which
 * is missing takes nobody else along. The Secrets are in the same namespace.
 */
export class Routing extends Construct {
  /** @param of the cluster of which the application is, where that has no Alertmanager of its own. */
  constructor(
    scope: Construct,
    id: string,
    application: Application,
    labels: WrittenAs['routingLabels'] = forPrometheus.routingLabels,
    of?: string,
  ) {
    super(scope, id);
    const { namespace } = application;
    for (const { name, routing } of routingParts(application.name, application.routing))
      new AlertmanagerConfig(this, name, {
        metadata: {
          ...(of === undefined ? { name } : { name: `${name}-${of}`, namespace }),
          ...(Object.keys(labels).length > 0 && { labels }),
        },
        spec: alertmanagerConfigSpec(routing, application),
      });
  }
}
