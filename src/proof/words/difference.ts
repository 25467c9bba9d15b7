import type { FiringAlert } from '#proof/promtool/complaint.js';

type Texts = Readonly<Record<string, string>>;

const sorted = (labels: Texts): string => JSON.stringify(Object.entries(labels).sort());
export const labelList = (labels: Texts): string => {
  const shown = Object.entries(labels).filter(([label]) => label !== 'alertname' && label !== 'alertstate');
  return shown.length === 0 ? 'no labels' : shown.map(([label, value]) => `${label}=${value}`).join(', ');
};

/** What differs in two sets of labels or annotations, three lines each. */
const differences = (expected: Texts, got: Texts): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(got)])]
    .filter((name) => expected[name] !== got[name])
    .flatMap((name) => [
      `${name}`,
      `  expected: ${expected[name] ?? '(none)'}`,
      `  got:      ${got[name] ?? '(none)'}`,
    ]);

/** How alerts that fire differ from those that were to fire: labels, texts, one too many, one too few. */
export const alertDifferences = (
  expected: readonly FiringAlert[],
  got: readonly FiringAlert[],
): readonly string[] => {
  const left = [...got];
  const unmatched = expected.filter(({ labels, annotations }) => {
    const same = left.findIndex(
      (other) => sorted(other.labels) === sorted(labels) && sorted(other.annotations) === sorted(annotations),
    );
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  return [
    ...unmatched.flatMap((alert) => {
      const same = left.findIndex(({ labels }) => sorted(labels) === sorted(alert.labels));
      const [other] = left.splice(same < 0 ? 0 : same, 1);
      if (other === undefined) return [`no alert with ${labelList(alert.labels)}`];
      return [
        ...differences(alert.labels, other.labels),
        ...differences(alert.annotations, other.annotations),
      ];
    }),
    ...left.map(({ labels }) => `an alert too many, with ${labelList(labels)}`),
  ];
};
