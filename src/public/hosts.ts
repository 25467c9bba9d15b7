// The same application as plain files, for a host without Kubernetes.
export { host, type Host, type HostSpec } from '#application/host/host.js';
