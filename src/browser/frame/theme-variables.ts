import type { GrafanaTheme2 } from '@grafana/data';

/** What style sheets use of Grafana's theme, and where it stands there. */
const tokens = {
  '--background-canvas': 'colors.background.canvas',
  '--background-primary': 'colors.background.primary',
  '--background-secondary': 'colors.background.secondary',
  '--background-elevated': 'colors.background.elevated',
  '--dashboard-background': 'components.dashboard.background',
  '--panel-background': 'components.panel.background',
  '--panel-border': 'components.panel.borderColor',
  '--input-background': 'components.input.background',
  '--input-border': 'components.input.borderColor',
  '--input-border-hover': 'components.input.borderHover',
  '--dropdown-background': 'components.dropdown.background',
  '--tooltip-background': 'components.tooltip.background',
  '--tooltip-text': 'components.tooltip.text',
  '--border-weak': 'colors.border.weak',
  '--border-medium': 'colors.border.medium',
  '--border-strong': 'colors.border.strong',
  '--text-primary': 'colors.text.primary',
  '--text-secondary': 'colors.text.secondary',
  '--text-disabled': 'colors.text.disabled',
  '--text-link': 'colors.text.link',
  '--text-max': 'colors.text.maxContrast',
  '--action-hover': 'colors.action.hover',
  '--action-selected': 'colors.action.selected',
  '--action-focus': 'colors.action.focus',
  '--primary': 'colors.primary.main',
  '--primary-text': 'colors.primary.text',
  '--primary-contrast': 'colors.primary.contrastText',
  '--secondary': 'colors.secondary.main',
  '--secondary-shade': 'colors.secondary.shade',
  '--success': 'colors.success.main',
  '--success-text': 'colors.success.text',
  '--success-faint': 'colors.success.transparent',
  '--warning': 'colors.warning.main',
  '--warning-text': 'colors.warning.text',
  '--warning-faint': 'colors.warning.transparent',
  '--error': 'colors.error.main',
  '--error-text': 'colors.error.text',
  '--error-faint': 'colors.error.transparent',
  '--error-contrast': 'colors.error.contrastText',
  '--info-text': 'colors.info.text',
  '--info-faint': 'colors.info.transparent',
  '--shadow-1': 'shadows.z1',
  '--shadow-2': 'shadows.z2',
  '--shadow-3': 'shadows.z3',
  '--radius': 'shape.radius.default',
  '--font': 'typography.fontFamily',
  '--font-monospace': 'typography.fontFamilyMonospace',
};

const textAt = (root: unknown, path: string): string => {
  let value = root;
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof value !== 'string') throw new TypeError(`Grafana's theme has no ${path}`);
  return value;
};

/** The variables of style sheets, with what they are in a theme: `--background-primary`, `--text-secondary`. */
export const variablesOf = (theme: GrafanaTheme2): readonly (readonly [name: string, value: string])[] =>
  Object.entries(tokens).map(([name, path]) => [name, textAt(theme, path)]);
