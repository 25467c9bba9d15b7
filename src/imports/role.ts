import { type IRole, Role as model } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import { resource } from './resource.js';

/** `rbac.authorization.k8s.io/v1 Role`: what may be done in its namespace. */
export class Role extends resource<IRole>(model) {}
