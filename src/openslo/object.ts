/** The kinds of OpenSLO that are written, https://github.com/OpenSLO/OpenSLO#object-types. */
export type Kind = 'Service' | 'SLO' | 'AlertPolicy' | 'AlertNotificationTarget';

/** A document of OpenSLO v1. */
export interface OpenSlo {
  readonly apiVersion: 'openslo/v1';
  readonly kind: Kind;
  readonly metadata: Metadata;
  readonly spec: object;
}
export interface Metadata {
  readonly name: string;
  readonly displayName?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Where a document says how an objective is called in code. */
export const nameAnnotation = 'cheomseong.name';

/** A document of a kind. */
export const openSlo = (kind: Kind, metadata: Metadata, spec: object): OpenSlo => ({
  apiVersion: 'openslo/v1',
  kind,
  metadata,
  spec,
});
