import { theme } from './kind.js';

const notRun = 'It is an object of an own construct, which test/laws/pod-security has.';

/** What runs: pods that are rendered. */
export const pods = theme({
  'pod-security': {
    is: 'A pod that Pod Security’s profile restricted does not allow',
    why: 'A namespace that enforces it makes no such pod, and its Deployment looks well for all that.',
    wrong: `securityContext: { allowPrivilegeEscalation: true }`,
    right: `application('shop', { ...shop, exporters: [redisExporter('cache-exporter', cache)] })`,
    mistakes: [],
    notRun,
  },
  'pod-without-limits': {
    is: 'A pod that does not say what it runs on',
    why: 'It may starve its neighbours, or be starved by them.',
    wrong: `resources: {}`,
    right: `redisExporter('cache-exporter', { ...cache, resources: { memory: { request: 64, limit: 128 } } })`,
    mistakes: [],
    notRun,
  },
  'pod-that-writes': {
    is: 'A container that may write to the file system of its image',
    why: 'Whoever gets into it may change the program.',
    wrong: `securityContext: { readOnlyRootFilesystem: false }`,
    right: `application('shop', { ...shop, exporters: [redisExporter('cache-exporter', cache)] })`,
    mistakes: [],
    notRun,
  },
  'pod-with-a-token': {
    is: 'A pod with a token for the API server that it has no use for',
    why: 'Whoever gets into it may ask the API server as the namespace’s own account.',
    wrong: `spec: { containers: [] }`,
    right: `application('shop', { ...shop, exporters: [redisExporter('cache-exporter', cache)] })`,
    mistakes: [],
    notRun,
  },
});
