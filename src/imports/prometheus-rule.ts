import {
  type IPrometheusRule,
  PrometheusRule as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { resource } from './resource.js';

/** `monitoring.coreos.com/v1 PrometheusRule`: groups of alerting and recording rules. */
export class PrometheusRule extends resource<IPrometheusRule>(model) {}
