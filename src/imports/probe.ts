import {
  type IProbe,
  Probe as model,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Probe';
import { resource } from './resource.js';

/** `monitoring.coreos.com/v1 Probe`: which endpoints an exporter is asked about, and in which of its ways. */
export class Probe extends resource<IProbe>(model) {}
