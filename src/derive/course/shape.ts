/** How the samples of a series go while nothing else happens to it. */
export type Shape =
  /** There are none. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'level'; readonly value: number }
  /** A counter that grows steadily. */
  | { readonly kind: 'slope'; readonly perSecond: number }
  /** A gauge that rises or falls steadily from where the phase begins. */
  | { readonly kind: 'ramp'; readonly from: number; readonly perSecond: number }
  /** One value and another by turns, each for so many samples. */
  | { readonly kind: 'flap'; readonly low: number; readonly high: number; readonly every: number }
  /** A counter that begins anew after so many samples. */
  | { readonly kind: 'saw'; readonly every: number }
  /** A moment that is always so many seconds back; ahead where they are negative. */
  | { readonly kind: 'stamp'; readonly ago: number }
  /** A histogram of ten events a second, all of this size. */
  | { readonly kind: 'histogram'; readonly observed: number };

export const missing: Shape = { kind: 'missing' };

/** The number by which a shape is made smaller or larger; nothing where there is none. */
export const amountOf = (shape: Shape): number | undefined => {
  switch (shape.kind) {
    case 'level':
      return shape.value;
    case 'slope':
    case 'ramp':
      return shape.perSecond;
    case 'stamp':
      return shape.ago;
    default:
      return undefined;
  }
};

/** The same shape of another size. */
export const resized = (shape: Shape, amount: number): Shape => {
  switch (shape.kind) {
    case 'level':
      return { ...shape, value: amount };
    case 'slope':
    case 'ramp':
      return { ...shape, perSecond: amount };
    case 'stamp':
      return { ...shape, ago: amount };
    default:
      return shape;
  }
};

/** Whether two shapes differ in their size only. */
export const isAlike = (one: Shape, other: Shape): boolean =>
  one.kind === other.kind && (one.kind !== 'ramp' || other.kind !== 'ramp' || one.from === other.from);
