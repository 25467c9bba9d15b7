import { formattedValueToString, type GrafanaTheme2 } from '@grafana/data';
import { Bar } from '#browser/panel/bargauge/bar.js';
import { isFalseAt, textAt } from '#browser/frame/read.js';
import { type TableColumn } from './columns.js';

interface TableCellProps {
  readonly column: TableColumn;
  readonly row: number;
  readonly theme: GrafanaTheme2;
  readonly width: number;
}

/** What stands in a cell: the value as its field writes it, as a bar where that is asked for, with its link. */
export const TableCell = ({ column: { field, style }, row, theme, width }: TableCellProps) => {
  const value: unknown = field.values[row];
  const display = field.display?.(value) ?? { text: String(value), numeric: NaN };
  const isObject = typeof value === 'object' && value !== null;
  const text =
    style.kind === 'json-view' || isObject ? JSON.stringify(value) : formattedValueToString(display);
  const [link] = field.getLinks?.({ valueRowIndex: row }) ?? [];
  const shown =
    link === undefined ? (
      text
    ) : (
      <a href={link.href} target={link.target ?? '_self'} rel="noopener" title={link.title}>
        {text}
      </a>
    );
  if (style.kind !== 'gauge' || Number.isNaN(display.numeric)) return <span title={text}>{shown}</span>;
  const range = field.state?.range;
  const config = {
    ...field.config,
    min: field.config.min ?? range?.min ?? 0,
    max: field.config.max ?? range?.max ?? 100,
  };
  const isTextHidden = textAt(field.config.custom, 'cellOptions', 'valueDisplayMode') === 'hidden';
  const room = isTextHidden ? 0 : 64;
  return (
    <span class="table-gauge" title={text}>
      <Bar
        value={{ name: '', field: config, display, hasLinks: false }}
        theme={theme}
        mode={style.mode}
        isHorizontal
        showsRest={!isFalseAt(field.config.custom, 'cellOptions', 'showUnfilled')}
        length={Math.max(16, width - 20 - room)}
        thickness={16}
      />
      {!isTextHidden && <span style={{ color: display.color }}>{shown}</span>}
    </span>
  );
};
