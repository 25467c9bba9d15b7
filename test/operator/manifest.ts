import type { Application } from '#application/application.js';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { routingParts } from '#routing/routing-parts.js';
import { alertmanagerYml } from './alertmanager-yml.js';

/** The AlertmanagerConfigs of an application, as the operator reads them. */
export const manifests = ({
  name: application,
  namespace,
  routing,
}: Pick<Application, 'name' | 'namespace' | 'routing'>) =>
  routingParts(application, routing).map(({ name, routing: part }) => ({
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name, namespace },
    spec: alertmanagerConfigSpec(part),
  }));

type Secrets = Parameters<typeof alertmanagerYml>[1];

/** Those that the operator takes: it leaves out each that it refuses, and goes on with the others. */
export const accepted = <M extends ReturnType<typeof manifests>[number]>(
  all: readonly M[],
  secrets: Secrets,
): readonly M[] =>
  all.filter((manifest) => {
    try {
      alertmanagerYml([manifest], secrets);
      return true;
    } catch {
      return false;
    }
  });
