/** What else ends where an object of a kind goes. */
const endsWith: Readonly<Record<string, string>> = {
  AlertmanagerConfig: 'whom it routes to is told nothing more by it: what fires is not told as resolved',
  Deployment: 'its pods end; what it exports is missing until the new ones are ready',
  DaemonSet: 'its pods end on every node, and with them where they were in the files that they read',
  StatefulSet: 'its pods end; their volumes stay, and nobody uses them',
  ExternalSecret: 'the Secret that it made goes too',
  Secret: 'what refers to it does not start, or tells nobody',
};

/** What else ends where an object of a kind is pruned; nothing where its end is all. */
export const endOf = (kind: string): readonly string[] => {
  const end = endsWith[kind];
  return end === undefined ? [] : [end];
};

/** Of an object that is no longer made where nobody prunes. */
export const staysUntil = 'is no longer made; what stands stays until somebody deletes it';

const staysWith: Readonly<Record<string, string>> = {
  AlertmanagerConfig: 'whom it routes to may go on being told by it, as before, until it is deleted',
};

/** What goes on where an object of a kind is no longer made and stays; nothing where that it stays is all. */
export const stayOf = (kind: string): readonly string[] => {
  const stay = staysWith[kind];
  return stay === undefined ? [] : [stay];
};
