import {
  type INetworkPolicy,
  NetworkPolicy as model,
} from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { resource } from './resource.js';

/** `networking.k8s.io/v1 NetworkPolicy`: who may connect to some pods, and to whom these may. */
export class NetworkPolicy extends resource<INetworkPolicy>(model) {}
