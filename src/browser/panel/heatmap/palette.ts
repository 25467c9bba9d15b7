import { type GrafanaTheme2 } from '@grafana/data';
import * as chromatic from 'd3-scale-chromatic';
import { colourOf, faint } from '#browser/panel/colours.js';
import { isTrueAt, numberAt, oneOf, textAt } from '#browser/frame/read.js';

/** Schemes that go from light to dark, which are turned round in the dark: least is nearest the background. */
const lightFirst =
  /^(Blues|Greens|Greys|Oranges|Purples|Reds|BuGn|BuPu|GnBu|OrRd|PuBu|PuBuGn|PuRd|RdPu|YlGn|YlGnBu|YlOrBr|YlOrRd)$/;
/** Those that go from dark to light are turned round in the light. */
const darkFirst = /^(Cividis|Inferno|Magma|Plasma|Viridis)$/;

const interpolator = (scheme: string): ((share: number) => string) => {
  const found: unknown = Reflect.get(chromatic, `interpolate${scheme}`);
  return typeof found === 'function' ? (share) => String(found(share)) : chromatic.interpolateOranges;
};

/** The colours of a heat map from least to most: of a scheme by its name in Grafana, or one that grows denser. */
export const paletteOf = (theme: GrafanaTheme2, options: unknown): readonly string[] => {
  const count = Math.min(128, Math.max(2, numberAt(options, 'color', 'steps') ?? 64));
  const shares = Array.from({ length: count }, (_, index) => index / (count - 1));
  if (oneOf(['scheme', 'opacity'], options, 'color', 'mode') === 'opacity') {
    const fill = colourOf(theme, textAt(options, 'color', 'fill') ?? 'dark-orange');
    const isLinear = textAt(options, 'color', 'scale') === 'linear';
    const exponent = isLinear ? 1 : (numberAt(options, 'color', 'exponent') ?? 0.5);
    return shares.map((share) => faint(fill, share ** exponent));
  }
  const scheme = textAt(options, 'color', 'scheme') ?? 'Oranges';
  const isTurned = theme.isDark ? lightFirst.test(scheme) : darkFirst.test(scheme);
  const colour = interpolator(scheme);
  const isReversed = isTurned !== isTrueAt(options, 'color', 'reverse');
  return shares.map((share) => colour(isReversed ? 1 - share : share));
};
