import type { Field } from '#ground/field.js';
import { type Pod, of } from './pod.js';

export const levels = ['baseline', 'restricted'] as const;
/** A profile of the Pod Security Standards that restricts anything: https://kubernetes.io/docs/concepts/security/pod-security-standards/. */
export type Level = (typeof levels)[number];

/** Something of a pod that a control does not allow. */
export interface Violation {
  readonly field: Field;
  /** What stands there, or what is asked for. */
  readonly what: unknown;
  readonly cure: string;
}

/** One of the controls of a profile. */
export interface Control {
  /** As the Pod Security Standards call it. */
  readonly name: string;
  readonly level: Level;
  readonly violations: (pod: Pod) => readonly Violation[];
}

/** Fields of a pod that may be left out, or hold one of these. */
export const only = (
  name: string,
  level: Level,
  fields: (pod: Pod) => readonly Field[],
  isAllowed: (value: unknown) => boolean,
  cure: string,
): Control => ({
  name,
  level,
  violations: (pod) =>
    fields(pod)
      .filter((field) => of(pod, field) !== undefined && !isAllowed(of(pod, field)))
      .map((field) => ({ field, what: of(pod, field), cure })),
});

/** Whether it is one of these. */
export const among =
  (...allowed: readonly unknown[]) =>
  (value: unknown): boolean =>
    allowed.includes(value);

/** Each text of the lists at these fields that is none of these. */
export const noOther = (
  pod: Pod,
  fields: readonly Field[],
  allowed: readonly string[],
  cure: string,
): readonly Violation[] =>
  fields.flatMap((field) => {
    const listed = of(pod, field);
    return (Array.isArray(listed) ? listed : []).flatMap((what: unknown, i) =>
      allowed.includes(String(what)) ? [] : [{ field: [...field, i], what, cure }],
    );
  });
