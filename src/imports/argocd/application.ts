import {
  type IApplication,
  Application as model,
} from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { resource } from '#imports/resource.js';

/** `argoproj.io/v1alpha1 Application`: what ArgoCD delivers from where to where, and how. */
export class ArgoCDApplication extends resource<IApplication>(model) {}
