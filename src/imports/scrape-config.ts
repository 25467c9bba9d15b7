import {
  type IScrapeConfig,
  ScrapeConfig as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/ScrapeConfig';
import { resource } from './resource.js';

/** `monitoring.coreos.com/v1alpha1 ScrapeConfig`: which addresses Prometheus scrapes, inside the cluster and outside, and how. */
export class ScrapeConfig extends resource<IScrapeConfig>(model) {}
