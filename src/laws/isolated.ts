import { atField, valueAt } from '#ground/field.js';
import type { Fault } from '#ground/fault.js';
import { quote } from '#imports/field-fault.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from './law.js';
import { declaredBy, madeBy } from './network/pods.js';
import { isFor, isPolicy } from './network/policy.js';
import { selects } from './network/selector.js';
import { across } from './apart.js';
import { byKey } from '#ground/by-key.js';
import type { Pods } from '#application/network/end.js';

const selectorFault = ({ path, manifest }: Rendered, fault: Pick<Fault, 'code' | 'why' | 'cure'>): Fault => ({
  where: atField(path, 'spec.podSelector'),
  what: quote(valueAt(manifest, ['spec', 'podSelector'])),
  ...fault,
});

/** A policy of which it cannot be said, by what is beside it in its own application, that there is nothing wrong with it. */
interface Doubtful {
  readonly namespace: string;
  /** Whether it is for all pods of its namespace. */
  readonly isForAll: boolean;
  /** By which labels it selects pods, as JSON. */
  readonly selector: string;
  readonly faults: readonly Fault[];
}

const selectorOf = (manifest: Rendered['manifest']): unknown => valueAt(manifest, ['spec', 'podSelector']);

const doubtful = (
  object: Rendered,
  pods: readonly Pods[],
  denying: readonly string[],
): readonly Doubtful[] => {
  const { manifest } = object;
  const { namespace = '' } = manifest.metadata;
  const selector = JSON.stringify(selectorOf(manifest) ?? null);
  // Pods without any label are among them: of those nobody knows.
  if (selects(selectorOf(manifest), {})) {
    const fault = selectorFault(object, {
      code: 'isolates-others',
      why: `it is for pods of ${namespace} of which nothing is known, and shuts out of all of them what it does not name`,
      cure: `select the pods that it is for, or, where ${namespace} denies by default, say so: network: { denying: ['${namespace}'] }`,
    });
    return denying.includes(namespace) ? [] : [{ namespace, isForAll: true, selector, faults: [fault] }];
  }
  const fault = selectorFault(object, {
    code: 'policy-of-nothing',
    why: `no pod that is rendered or declared in ${namespace} has these labels, so it protects none`,
    cure: 'select by the labels of the pods that it is for',
  });
  return pods.some((each) => isFor(manifest, each))
    ? []
    : [{ namespace, isForAll: false, selector, faults: [fault] }];
};

/** A policy of pods that are not there protects nothing, and one of all pods of a namespace cuts off whatever runs there. */
export const everyPolicyIsOfItsPods: Law = across({
  summary: ({ applications, objects, others = [] }) => {
    const pods = [
      ...[...objects, ...others].flatMap(({ manifest }) => madeBy(manifest) ?? []),
      ...applications.flatMap(declaredBy),
    ];
    const denying = applications.flatMap(({ network }) => network?.denying ?? []);
    const policies = objects
      .filter(({ manifest }) => isPolicy(manifest))
      .flatMap((each) => doubtful(each, pods, denying));
    return { pods: pods.map(({ namespace, labels }) => ({ namespace, labels })), denying, policies };
  },
  judge: (all) => {
    const denying = new Set(all.flatMap((each) => each.denying));
    const pods = byKey(
      all.flatMap((each) => each.pods),
      ({ namespace }) => namespace,
    );
    return all
      .flatMap(({ policies }) => policies)
      .filter(({ namespace, isForAll, selector }) =>
        isForAll
          ? !denying.has(namespace)
          : !(pods.get(namespace) ?? []).some(({ labels }) => selects(JSON.parse(selector), labels)),
      )
      .flatMap(({ faults }) => faults);
  },
});
