import { atField, valueAt } from '#ground/field.js';
import type { Fault } from '#ground/fault.js';
import { quote } from '#imports/field-fault.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from './law.js';
import { declaredBy, madeBy } from './network/pods.js';
import { isFor, isPolicy } from './network/policy.js';
import { selects } from './network/selector.js';

const selectorFault = ({ path, manifest }: Rendered, fault: Pick<Fault, 'code' | 'why' | 'cure'>): Fault => ({
  where: atField(path, 'spec.podSelector'),
  what: quote(valueAt(manifest, ['spec', 'podSelector'])),
  ...fault,
});

/** A policy of pods that are not there protects nothing, and one of all pods of a namespace cuts off whatever runs there. */
export const everyPolicyIsOfItsPods: Law = ({ applications, objects, others = [] }) => {
  const pods = [
    ...[...objects, ...others].flatMap(({ manifest }) => madeBy(manifest) ?? []),
    ...applications.flatMap(declaredBy),
  ];
  const denying = (namespace = ''): boolean =>
    applications.some(({ network }) => network?.denying.includes(namespace));
  return objects
    .filter(({ manifest }) => isPolicy(manifest))
    .flatMap((object): readonly Fault[] => {
      const { manifest } = object;
      const { namespace = '' } = manifest.metadata;
      // Pods without any label are among them: of those nobody knows.
      if (selects(valueAt(manifest, ['spec', 'podSelector']), {}))
        return denying(namespace)
          ? []
          : [
              selectorFault(object, {
                code: 'isolates-others',
                why: `it is for pods of ${namespace} of which nothing is known, and shuts out of all of them what it does not name`,
                cure: `select the pods that it is for, or, where ${namespace} denies by default, say so: network: { denying: ['${namespace}'] }`,
              }),
            ];
      return pods.some((each) => isFor(manifest, each))
        ? []
        : [
            selectorFault(object, {
              code: 'policy-of-nothing',
              why: `no pod that is rendered or declared in ${namespace} has these labels, so it protects none`,
              cure: 'select by the labels of the pods that it is for',
            }),
          ];
    });
};
