import { Construct } from 'constructs';
import type { Application } from '../application/application.js';
import { AlertmanagerConfig } from '../imports/alertmanager-config.js';
import { alertmanagerConfigSpec } from './alertmanager-config.js';

/** The AlertmanagerConfig by which an application's alerts reach people. Its Secrets are in the same namespace. */
export class Routing extends Construct {
  constructor(scope: Construct, id: string, { name, routing }: Application) {
    super(scope, id);
    new AlertmanagerConfig(this, 'alertmanager-config', {
      metadata: { name },
      spec: alertmanagerConfigSpec(routing),
    });
  }
}
