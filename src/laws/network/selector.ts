import { isObject } from '#ground/field.js';

export type Labels = Readonly<Record<string, string>>;

const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isMet = (labels: Labels, expression: unknown): boolean => {
  if (!isObject(expression)) return false;
  const { key, operator, values } = expression;
  const value = labels[String(key)];
  const among = listAt(values).some((each) => each === value);
  switch (operator) {
    case 'In':
      return value !== undefined && among;
    case 'NotIn':
      return value === undefined || !among;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
};

/** Whether a label selector, as it stands in a manifest, takes what has these labels; an empty one takes all: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/. */
export const selects = (selector: unknown, labels: Labels): boolean => {
  if (!isObject(selector)) return false;
  const { matchLabels, matchExpressions } = selector;
  return (
    Object.entries(isObject(matchLabels) ? matchLabels : {}).every(([key, value]) => labels[key] === value) &&
    listAt(matchExpressions).every((each) => isMet(labels, each))
  );
};
