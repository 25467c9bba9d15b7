import type { Application } from '../../application/application.js';
import { alertmanagerConfigSpec } from '../../constructs/alertmanager-config.js';

/** The AlertmanagerConfig of an application, as the operator reads it. */
export const manifest = ({ name, namespace, routing }: Application) => ({
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata: { name, namespace },
  spec: alertmanagerConfigSpec(routing),
});
