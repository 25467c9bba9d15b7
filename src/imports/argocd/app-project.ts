import {
  type IAppProject,
  AppProject as model,
} from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { resource } from '#imports/resource.js';

/** `argoproj.io/v1alpha1 AppProject`: from where, to where and of which kinds the Applications of ArgoCD in it may deliver. */
export class AppProject extends resource<IAppProject>(model) {}
