/** Words of a title as they stand in uids and keys: lower case, digits and single hyphens. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Grafana takes at most this many characters of a dashboard's uid. */
export const longestUid = 40;

/** What Grafana takes for a uid; a capital letter would not survive every place that a uid is shown in. */
export const isUid = (text: string): boolean =>
  text.length <= longestUid && /^[a-z0-9][a-z0-9-]*$/.test(text);

/** The uid of an application's dashboard: its name and title, the name once. The same title keeps its uid wherever the code moves. */
export const dashboardUid = (application: string, title: string): string => {
  const [name, rest] = [slug(application), slug(title)];
  return rest === name || rest.startsWith(`${name}-`) ? rest : `${name}-${rest}`;
};

/**
 * The id of a panel: a positive 31-bit number of its key alone (32-bit FNV-1a), so that a panel put before it
 * changes nothing, and links to it stay good.
 */
export const panelId = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 1 || 1;
};
