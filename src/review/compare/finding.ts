/** What a difference is about, the worst first. */
export const kinds = [
  'unpaged',
  'untold',
  'removed',
  'told-elsewhere',
  'renamed',
  'severity',
  'condition',
  'held-back',
  'proof',
  'objective',
  'added',
  'told-too',
  'secret',
  'scrape',
  'recorded',
  'pruned',
  'dashboard',
  'cost',
  'texts',
  'object',
] as const;
export type Kind = (typeof kinds)[number];

/** What differs between two revisions, of one thing or of several of which the same is to be said. */
export interface Finding {
  readonly kind: Kind;
  readonly application: string;
  readonly places: readonly string[];
  /** Names of what it is about: alerts, dashboards, Secrets. */
  readonly subjects: readonly string[];
  /** The severity of the alerts, as they were; empty where it is about none. */
  readonly severity: string;
  /** A sentence without its subject: `fires at 2% instead of 5%`. */
  readonly text: string;
  readonly details: readonly string[];
  /** Whether an alert fires less easily, is told to fewer, or is proven by less: the worse of its kind. */
  readonly isWorse: boolean;
  /** Of an alert that is gone, whether it woke somebody. */
  readonly paged?: boolean;
  /** Of a Secret that was read before, the keys that are read anew. */
  readonly keys?: readonly string[];
}

/** A finding of one thing in one place. */
export type One = Omit<Finding, 'places' | 'subjects' | 'application'> & { readonly subject: string };

/** Kinds that whoever is on call notices, or would notice by not being told. */
const onCall: readonly Kind[] = [
  ...(['unpaged', 'untold', 'removed', 'told-elsewhere', 'renamed', 'severity', 'condition'] as const),
  ...(['held-back', 'objective', 'added', 'told-too'] as const),
];
export const isOnCall = ({ kind }: Pick<Finding, 'kind'>): boolean => onCall.includes(kind);

const graveness = ['critical', 'warning', 'none', ''];
const grave = ({ severity }: Finding): number => {
  const at = graveness.indexOf(severity);
  return at < 0 ? graveness.length : at;
};

/** An alert that paged and is gone is worse than any other: nothing of it is told to anybody. */
const rank = ({ kind, paged }: Finding): number => (paged === true ? -1 : kinds.indexOf(kind));

/** The worst first: by kind, then what is worse of it, then what was critical. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) => rank(a) - rank(b) || Number(b.isWorse) - Number(a.isWorse) || grave(a) - grave(b),
  );
