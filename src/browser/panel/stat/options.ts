import { isFalseAt, isTrueAt, oneOf } from '#browser/frame/read.js';

export interface StatOptions {
  readonly graph: 'none' | 'area';
  readonly colour: 'value' | 'background' | 'background_solid' | 'none';
  readonly text: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
  readonly arrangement: 'auto' | 'horizontal' | 'vertical';
  readonly isCentered: boolean;
  readonly mayBeWide: boolean;
  readonly showsChange: boolean;
  readonly changeColour: 'standard' | 'inverted' | 'same_as_value';
}

/** `options` of a stat, with what Grafana takes where they say nothing. */
export const statOptions = (options: unknown): StatOptions => ({
  graph: oneOf(['none', 'area'], { graphMode: 'area', ...Object(options) }, 'graphMode'),
  colour: oneOf(['value', 'background', 'background_solid', 'none'], options, 'colorMode'),
  text: oneOf(['auto', 'value', 'value_and_name', 'name', 'none'], options, 'textMode'),
  arrangement: oneOf(['auto', 'horizontal', 'vertical'], options, 'orientation'),
  isCentered: oneOf(['auto', 'center'], options, 'justifyMode') === 'center',
  mayBeWide: !isFalseAt(options, 'wideLayout'),
  showsChange: isTrueAt(options, 'showPercentChange'),
  changeColour: oneOf(['standard', 'inverted', 'same_as_value'], options, 'percentChangeColorMode'),
});
