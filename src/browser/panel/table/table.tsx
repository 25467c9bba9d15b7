import { getFrameDisplayName } from '@grafana/data';
import { useMemo, useState } from 'preact/hooks';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { isFalseAt, numberAt, oneOf } from '#browser/frame/read.js';
import { Empty } from '#browser/panel/said.js';
import { word } from '#browser/panel/words.js';
import { TableCell } from './cell.js';
import { columnsOf, firstSorting, footerOf, sortedFrame } from './columns.js';
import { Head } from './head.js';
import { cellLook } from './style.js';
import './table.css';
import { widthsOf } from './widths.js';

const rowHeights = { sm: 36, md: 42, lg: 48 };
/** More rows than this are not put on the page; how many are left out is said. */
const most = 500;

const Rows = ({ drawn, index }: { readonly drawn: Drawn; readonly index: number }) => {
  const { model, frames, theme, language } = drawn;
  const [sorting, setSorting] = useState(firstSorting(model.options));
  const given = frames[index];
  const frame = useMemo(() => given && sortedFrame(given, sorting), [given, sorting]);
  if (!frame) return null;
  const columns = columnsOf(frame);
  const scroll = 10;
  const widths = widthsOf(
    columns.map(({ style }) => style),
    drawn.width - scroll,
  );
  const footer = footerOf(columns, frame.length, model.options);
  const rows = Array.from({ length: Math.min(most, frame.length) }, (_, row) => row);
  const ofRow = (row: number) => {
    const ruling = columns.find(({ style }) => style.appliesToRow);
    return ruling
      ? cellLook(theme, ruling.style, ruling.field.display?.(ruling.field.values[row]).color)
      : {};
  };
  return (
    <div
      class="table-panel"
      role="region"
      aria-label={`${model.title}: ${frame.length} ${word(language, 'rows')}`}
      tabIndex={0}
      style={{ '--row': `${rowHeights[oneOf(['sm', 'md', 'lg'], model.options, 'cellHeight')]}px` }}
    >
      <table style={{ width: `${widths.reduce((sum, width) => sum + width, 0)}px` }}>
        <colgroup>
          {widths.map((width, column) => (
            <col key={column} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
        {!isFalseAt(model.options, 'showHeader') && (
          <Head columns={columns} sorting={sorting} onSort={setSorting} language={language} />
        )}
        <tbody>
          {rows.map((row) => (
            <tr key={row} style={ofRow(row)}>
              {columns.map((column, at) => (
                <td
                  key={column.name}
                  data-align={column.style.align}
                  style={cellLook(
                    theme,
                    column.style,
                    column.field.display?.(column.field.values[row]).color,
                  )}
                >
                  <TableCell column={column} row={row} theme={theme} width={widths[at] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {footer.map((text, at) => (
                <td key={at} data-align={columns[at]?.style.align} title={text}>
                  {text}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {frame.length > most && <p class="panel-said">{`+${frame.length - most} ${word(language, 'more')}`}</p>}
    </div>
  );
};

/** Rows and columns; of several tables the one that is chosen. */
export const Table = ({ drawn }: { readonly drawn: Drawn }) => {
  const { frames, model } = drawn;
  const [chosen, setChosen] = useState(numberAt(model.options, 'frameIndex') ?? 0);
  const index = Math.min(Math.max(0, frames.length - 1), chosen);
  if (!frames.some(({ length, fields }) => length > 0 && fields.length > 0)) return <Empty drawn={drawn} />;
  return (
    <Box drawn={drawn}>
      <Rows key={index} drawn={drawn} index={index} />
      {frames.length > 1 && (
        <select
          class="table-frames"
          aria-label={model.title}
          value={index}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {frames.map((frame, at) => (
            <option key={at} value={at}>
              {getFrameDisplayName(frame, at)}
            </option>
          ))}
        </select>
      )}
    </Box>
  );
};
