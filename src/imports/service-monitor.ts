import {
  type IServiceMonitor,
  ServiceMonitor as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { resource } from './resource.js';

/** `monitoring.coreos.com/v1 ServiceMonitor`: which Services Prometheus scrapes, and how. */
export class ServiceMonitor extends resource<IServiceMonitor>(model) {}
