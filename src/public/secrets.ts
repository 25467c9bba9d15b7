// Where what is secret is kept: a key of a Secret, a Secret that is declared once, and where a cluster's Secrets come from. Never a value.
export { secret, type Secret } from '#ground/secret.js';
export {
  declaredSecret,
  type DeclaredSecret,
  type DeclaredSecretSpec,
  type SecretDeclaration,
} from '#ground/declared-secret.js';
export {
  byHand,
  clusterSecretStore,
  externalSecrets,
  sealedSecrets,
  secretStore,
  type ExternalSecretsSpec,
  type SecretPlace,
  type SecretSource,
  type SecretStore,
} from '#cluster/secret-source.js';
