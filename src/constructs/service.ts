import { ApiObject } from 'cdk8s/lib/api-object.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { Pods } from 'cdk8s-plus-27/lib/pod.js';
import { Service as ServiceOfPlus } from 'cdk8s-plus-27/lib/service.js';
import type { Construct } from 'constructs';
import type { RenderedService, ServicePort } from '#application/service.js';

/** A Service in front of the pods of its selector. */
export class Service extends ServiceOfPlus {
  constructor(scope: Construct, id: string, description: RenderedService) {
    const {
      name,
      namespaces: [namespace],
      labels,
      ports,
      selector,
    } = description;
    super(scope, id, {
      metadata: { name, namespace, labels },
      selector: Pods.select(scope, `${id}-pods`, { labels: selector }),
      ports: Object.entries<ServicePort>(ports).map(([port, numbers]) => ({ name: port, ...numbers })),
      ...(description.reaching === 'each-pod' && { clusterIP: 'None' }),
    });
    if (description.reaching === 'same-node')
      ApiObject.of(this).addJsonPatch(JsonPatch.add('/spec/internalTrafficPolicy', 'Local'));
    // plus-27 writes an empty list that nobody asked for.
    ApiObject.of(this).addJsonPatch(JsonPatch.remove('/spec/externalIPs'));
  }
}
