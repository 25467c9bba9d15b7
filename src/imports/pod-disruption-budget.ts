import {
  type IPodDisruptionBudget,
  PodDisruptionBudget as model,
} from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { resource } from './resource.js';

/** `policy/v1 PodDisruptionBudget`: how many pods a drain of nodes may take at once. */
export class PodDisruptionBudget extends resource<IPodDisruptionBudget>(model) {}
