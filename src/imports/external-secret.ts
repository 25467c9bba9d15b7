import {
  type IExternalSecret,
  ExternalSecret as model,
} from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { resource } from './resource.js';

/** `external-secrets.io/v1 ExternalSecret`: of which store the operator makes a Secret. */
export class ExternalSecret extends resource<IExternalSecret>(model) {}
