/** Grafana's gauge begins a little below the left, and goes a little below the right. */
const start = 0.45;
const sweep = 0.6;

/** The angle of a share of the range, in turns clockwise from the right. */
export const angleOf = (share: number): number => start + sweep * share;

interface GaugeShape {
  readonly x: number;
  readonly y: number;
  readonly outer: number;
  /** Of the ring that shows the value, and of the one around it that shows the limits. */
  readonly width: number;
  readonly limits: number;
  readonly gap: number;
}

/** How far the ends of the ring lie below its middle, as a part of its radius. */
const below = Math.sin((start - 0.5) * -2 * Math.PI);

/** The rings of a gauge that just fit in a room. */
export const gaugeShape = (width: number, height: number, hasLimits: boolean): GaugeShape => {
  const outer = Math.max(1, Math.min(width / 2, height / (1 + below)));
  const ring = Math.min((outer * 2) / 5.5, 40);
  return {
    x: width / 2,
    y: (height - outer * (1 + below)) / 2 + outer,
    outer,
    width: ring,
    limits: hasLimits ? Math.max(2, ring / 5) : 0,
    gap: hasLimits ? 2 : 0,
  };
};
