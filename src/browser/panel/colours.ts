import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { tokensOf } from './tokens.js';

/** A colour by its name in Grafana (`green`, `dark-red`), or as CSS writes it. */
export const colourOf = (theme: GrafanaTheme2, name: string): string =>
  theme.visualization.getColorByName(name);

/** A colour that lets through what is below it; one that CSS knows and this does not stays as it is. */
export const faint = (colour: string, alpha: number): string => {
  try {
    return colorManipulator.alpha(colour, alpha);
  } catch {
    return colour;
  }
};

/** How the lines of a grid look in both themes. */
export const gridColour = (theme: GrafanaTheme2): string =>
  theme.isDark ? 'rgba(240, 250, 255, 0.09)' : 'rgba(0, 10, 23, 0.09)';

/** Text that can be read on a colour. */
export const readableOn = (theme: GrafanaTheme2, colour: string): string => {
  try {
    return theme.colors.getContrastText(colour, 2.2);
  } catch {
    return tokensOf(theme).text;
  }
};
