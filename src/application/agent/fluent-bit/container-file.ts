/** The letters and digits of which Kubernetes makes names up: none that could make a word. */
const made = '[bcdfghjklmnpqrstvwxz2456789]';

/** What its owner appends to the name of a pod: a StatefulSet's number; a hash; a hash after that of a ReplicaSet, or after a CronJob's minute. */
const ending = `-(?:[0-9]+|(?:(?:${made}{6,10}|[0-9]{8})-)?${made}{5})`;

/** Where the kubelet links the logs of all containers of a node to, and what these links lead to. */
export const containerLogs = ['/var/log/containers', '/var/log/pods'] as const;

/**
 * Reads the name of a container's log, `<pod>_<namespace>_<container>-<id>.log`. The group `app` is what owns the pod, a
 * Deployment for most: the pod's name without what was appended to it, and all of it where nothing was. So it is known whose a line
 * is without asking the API server. Read by Onigmo, and by JavaScript in tests.
 */
export const containerFile = `(?<pod>(?<app>[a-z0-9][-a-z0-9.]*?)(?:${ending})?)_(?<namespace>[-a-z0-9]+)_(?<container>[-a-z0-9]+)-[0-9a-f]{64}\\.log$`;

/** What the name of a container's log tells, by the groups of the pattern. */
export type FilePart = 'namespace' | 'container' | 'app' | 'pod';
