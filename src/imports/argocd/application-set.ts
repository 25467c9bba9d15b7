import {
  type IApplicationSet,
  ApplicationSet as model,
} from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { resource } from '#imports/resource.js';

/** `argoproj.io/v1alpha1 ApplicationSet`: Applications by a template, one for each element of a list. */
export class ApplicationSet extends resource<IApplicationSet>(model) {}
