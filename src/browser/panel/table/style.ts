import { type Field, FieldType, type GrafanaTheme2 } from '@grafana/data';
import { colourOf, faint, readableOn } from '#browser/panel/colours.js';
import { isTrueAt, numberAt, oneOf, textAt } from '#browser/frame/read.js';

type CellKind = 'auto' | 'color-text' | 'color-background' | 'gauge' | 'json-view' | 'pill';

/** How a column of a table is shown, as `custom` of its field has it. */
export interface ColumnStyle {
  readonly kind: CellKind;
  readonly mode: 'basic' | 'gradient' | 'lcd';
  readonly appliesToRow: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly width: number | undefined;
  readonly leastWidth: number;
  readonly isHidden: boolean;
}

const kinds = ['auto', 'color-text', 'color-background', 'gauge', 'json-view', 'pill'] as const;

/** What older dashboards call the kinds of cells. */
const older: Readonly<Record<string, readonly [CellKind, ColumnStyle['mode']]>> = {
  'color-background': ['color-background', 'gradient'],
  'color-background-solid': ['color-background', 'basic'],
  'color-text': ['color-text', 'basic'],
  basic: ['gauge', 'basic'],
  'gradient-gauge': ['gauge', 'gradient'],
  'lcd-gauge': ['gauge', 'lcd'],
};

export const columnStyle = ({ type, config: { custom } }: Field): ColumnStyle => {
  const former = older[textAt(custom, 'displayMode') ?? ''];
  const isGiven = textAt(custom, 'cellOptions', 'type') !== undefined;
  const placed = oneOf(['auto', 'left', 'center', 'right'], custom, 'align');
  const kind = isGiven ? oneOf(kinds, custom, 'cellOptions', 'type') : (former?.[0] ?? 'auto');
  const mode = oneOf(['basic', 'gradient', 'lcd'], custom, 'cellOptions', 'mode');
  return {
    kind,
    mode: isGiven ? mode : (former?.[1] ?? 'basic'),
    appliesToRow: isTrueAt(custom, 'cellOptions', 'applyToRow'),
    align: placed === 'auto' ? (type === FieldType.number && kind !== 'gauge' ? 'right' : 'left') : placed,
    width: numberAt(custom, 'width'),
    leastWidth: numberAt(custom, 'minWidth') ?? 80,
    isHidden: isTrueAt(custom, 'hidden') || isTrueAt(custom, 'hideFrom', 'viz'),
  };
};

/** How a cell looks whose value has a colour. */
export const cellLook = (theme: GrafanaTheme2, { kind, mode }: ColumnStyle, colour: string | undefined) => {
  if (colour === undefined) return {};
  const shown = colourOf(theme, colour);
  if (kind === 'color-text') return { color: shown };
  if (kind !== 'color-background') return {};
  return {
    background: mode === 'gradient' ? `linear-gradient(120deg, ${faint(shown, 0.8)}, ${shown})` : shown,
    color: readableOn(theme, shown),
  };
};
