import {
  type IPodMonitor,
  PodMonitor as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import { resource } from './resource.js';

/** `monitoring.coreos.com/v1 PodMonitor`: which pods Prometheus scrapes, whatever Service stands before them, and how. */
export class PodMonitor extends resource<IPodMonitor>(model) {}
