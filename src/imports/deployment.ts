import { type IDeployment, Deployment as model } from 'kubernetes-models/apps/v1/Deployment';
import { resource } from './resource.js';

/** `apps/v1 Deployment`: pods of which one is as good as another. */
export class Deployment extends resource<IDeployment>(model) {}
