/** Where the Secrets of a cluster come from. Never a value. */
export type SecretSource =
  /** Somebody makes them, by the commands of the generated page. */
  | { readonly by: 'hand' }
  /** The External Secrets Operator makes them of a store; where each stands there follows from a rule in one place. */
  | {
      readonly by: 'external-secrets';
      readonly store: { readonly name: string; readonly kind: 'SecretStore' | 'ClusterSecretStore' };
      readonly path: (secret: {
        readonly namespace: string;
        readonly name: string;
        readonly key: string;
      }) => {
        readonly key: string;
        readonly property?: string;
      };
      /** How often it looks there: `1h`. */
      readonly refresh: string;
    }
  /** Sealed ones lie in a folder of the repository, which somebody else writes. */
  | { readonly by: 'sealed-secrets'; readonly folder: string };
