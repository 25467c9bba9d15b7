import { type ControlPlanePart, controlPlaneParts, usualControlPlane } from '#platform/platform.js';
import type { Contribution } from './contribution.js';

/** What the chart calls each part of Kubernetes. */
const keys: Readonly<Record<ControlPlanePart, string>> = {
  'api-server': 'kubeApiServer',
  dns: 'coreDns',
  'controller-manager': 'kubeControllerManager',
  scheduler: 'kubeScheduler',
  etcd: 'kubeEtcd',
  proxy: 'kubeProxy',
};

/** The chart scrapes all of them, and tells those as down for ever that a provider hides or that listen on their own machine alone. */
export const controlPlane: Contribution = ({ platform: { controlPlane: scraped = usualControlPlane } }) =>
  Object.fromEntries(
    controlPlaneParts
      .filter((part) => !scraped.includes(part))
      .map((part) => [keys[part], { enabled: false }]),
  );
