import {
  type IAlertmanagerConfig,
  AlertmanagerConfig as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import type { IRoute } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Route';
import { type FieldFault, fieldFault } from './field-fault.js';
import { schemaFaultsOf } from './schema-faults.js';
import { type Field, isObject, valueAt } from '#ground/field.js';
import { resource } from './resource.js';

/** A node of the routing tree. The schema leaves `routes` open, as it cannot refer to itself; here they are routes. */
export interface Route extends Omit<IRoute, 'routes'> {
  routes?: Route[];
}

interface Spec extends Omit<IAlertmanagerConfig['spec'], 'route'> {
  route?: Route;
}

interface Config extends Omit<IAlertmanagerConfig, 'spec'> {
  spec: Spec;
}

const identity = { apiVersion: model.apiVersion, kind: model.kind };

/** The faults of the routes below `field`: each is checked in the place of the first route, whose schema is known. */
const childFaults = (manifest: object, field: Field): readonly FieldFault[] => {
  const routes = valueAt(manifest, [...field, 'routes']);
  if (!Array.isArray(routes)) return [];
  return routes.flatMap((route: unknown, i) => {
    const here = [...field, 'routes', i];
    const alone = { ...identity, spec: { route } };
    const faults = schemaFaultsOf(model, alone).map((found) => ({
      ...found,
      field: [...here, ...found.field.slice(2)],
    }));
    return isObject(route) ? [...faults, ...childFaults(manifest, here)] : faults;
  });
};

/**
 * The generator of the models loses every field that is called `description`: their types have it, their validators do not.
 * PagerDuty and OpsGenie have one, a text of at least one character by the CRD.
 */
const isLostDescription = ([, list, , configs, , name]: Field): boolean =>
  list === 'receivers' &&
  (configs === 'pagerdutyConfigs' || configs === 'opsgenieConfigs') &&
  name === 'description';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const ownFaults = (manifest: object): readonly FieldFault[] =>
  schemaFaultsOf(model, manifest).flatMap((found) => {
    if (!isLostDescription(found.field)) return [found];
    return isText(valueAt(manifest, found.field))
      ? []
      : [fieldFault(manifest, found.field, 'schema-refuses', 'must be a text', 'write a text')];
  });

/**
 * `monitoring.coreos.com/v1alpha1 AlertmanagerConfig`: the routes and receivers of one namespace. The API server takes
 * nested routes unseen, and the operator drops the whole object when one does not parse: they are checked here.
 */
export class AlertmanagerConfig extends resource<Config>(model) {
  static override faults(manifest: object): readonly FieldFault[] {
    return [...ownFaults(manifest), ...childFaults(manifest, ['spec', 'route'])];
  }
}
