import {
  type IRoleBinding,
  RoleBinding as model,
} from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { resource } from './resource.js';

/** `rbac.authorization.k8s.io/v1 RoleBinding`: who may do in a namespace what a Role says. */
export class RoleBinding extends resource<IRoleBinding>(model) {}
