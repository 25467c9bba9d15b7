import { type INamespace, Namespace as model } from 'kubernetes-models/v1/Namespace';
import { resource } from './resource.js';

/** `v1 Namespace`. */
export class Namespace extends resource<INamespace>(model) {}
