/** Labels of series, as templates name them. */
const label = /\{\{-?\s*(?:\$labels\.([a-zA-Z_]\w*)|index \$labels "([^"]*)")\s*-?\}\}/g;

/**
 * What annotations read that are filled in by more than the labels of their series.
 *
 * @param read What Prometheus has made of them.
 */
export const readsOf = (
  annotations: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  read: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(annotations).flatMap(([name, text]) => {
      const filled = text.replace(
        label,
        (_, named: string | undefined, indexed: string | undefined) => labels[named ?? indexed ?? ''] ?? '',
      );
      const after = read[name] ?? '';
      return filled === after ? [] : [[name, after]];
    }),
  );
