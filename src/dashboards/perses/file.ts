/** Something of a project as text that Perses' sidecar and `percli apply` read. */
export const persesFile = (
  kind: 'Dashboard' | 'Datasource',
  name: string,
  project: string,
  spec: object,
): string => `${JSON.stringify({ kind, metadata: { name, project }, spec }, null, 2)}\n`;
