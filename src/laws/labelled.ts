import { byKey } from '#ground/by-key.js';

/** What is in namespaces, and has labels. */
interface Labelled {
  readonly namespaces: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const keyOf = (namespace: string, label = '', value = ''): string =>
  JSON.stringify([namespace, label, value]);

/** What of these is in a namespace and has some labels: looked up by the one that fewest have, for a fleet has thousands. */
export const byLabels = <T extends Labelled>(
  all: readonly T[],
): ((namespace: string, labels: Labelled['labels']) => readonly T[]) => {
  const keyed = all.flatMap((each) =>
    [...new Set(each.namespaces)].flatMap((namespace) => [
      { key: keyOf(namespace), each },
      ...Object.entries(each.labels).map(([label, value]) => ({ key: keyOf(namespace, label, value), each })),
    ]),
  );
  const found = byKey(keyed, ({ key }) => key);
  return (namespace, labels) => {
    const wanted = Object.entries(labels);
    const [fewest = []] = [
      found.get(keyOf(namespace)) ?? [],
      ...wanted.map(([label, value]) => found.get(keyOf(namespace, label, value)) ?? []),
    ].sort((one, other) => one.length - other.length);
    return fewest
      .map(({ each }) => each)
      .filter(({ labels: has }) => wanted.every(([label, value]) => has[label] === value));
  };
};
