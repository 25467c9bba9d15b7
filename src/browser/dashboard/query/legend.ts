/** Labels of a series, its metric's name among them. */
export type Labels = Readonly<Record<string, string>>;

/** A series as Prometheus writes it: `up{instance="a", job="b"}`. */
export const signatureOf = ({ __name__: name = '', ...labels }: Labels): string => {
  const pairs = Object.entries(labels)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 && name !== '' ? name : `${name}{${pairs.join(', ')}}`;
};

/** A text with labels filled in, each between two braces; a label that is not there is nothing. */
export const withLabels = (format: string, labels: Labels): string =>
  format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');

/**
 * The name of a series by the legend of its query; nothing where Grafana makes it of the labels that tell the series apart.
 * A series without labels is called by its query.
 */
export const legendOf = (format: string, labels: Labels, expr: string): string | undefined => {
  if (format === '__auto') return Object.keys(labels).length > 0 ? undefined : expr;
  if (format !== '') return withLabels(format, labels);
  const signature = signatureOf(labels);
  return signature === '{}' ? expr : signature;
};
