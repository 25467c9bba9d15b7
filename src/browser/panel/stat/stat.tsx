import { type FieldDisplay, formattedValueToString, getDisplayValueAlignmentFactors } from '@grafana/data';
import { Cells } from '#browser/panel/big/cells.js';
import { gridOf } from '#browser/panel/big/grid.js';
import { valuesOf } from '#browser/panel/big/values.js';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import './stat.css';
import { StatCell } from './cell.js';
import { layoutOf } from './layout.js';
import { type StatOptions, statOptions } from './options.js';

const titleOf = ({ display, name }: FieldDisplay, { text }: StatOptions, count: number): string => {
  if (name === 'No data' || text === 'value' || text === 'none' || (text === 'auto' && count === 1))
    return '';
  return display.title ?? '';
};

const changeOf = ({ display: { percentChange } }: FieldDisplay, { showsChange }: StatOptions): string => {
  if (!showsChange || percentChange === undefined || !Number.isFinite(percentChange)) return '';
  const sign = percentChange > 0 ? '▲ ' : percentChange < 0 ? '▼ ' : '';
  return `${sign}${Number(Math.abs(percentChange).toPrecision(3))}%`;
};

const longer = (one: string, other: string): string => (other.length > one.length ? other : one);

/** Values in large letters, in the colour of the limits that they pass, each with a small chart where that is asked for. */
export const Stat = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, theme, language } = drawn;
  const options = statOptions(model.options);
  const values = valuesOf(drawn, { sparkline: options.graph === 'area', percentChange: options.showsChange });
  const cells = gridOf(drawn, values.length, options.arrangement, 4);
  const titles = values.map((value) => titleOf(value, options, values.length));
  const changes = values.map((value) => changeOf(value, options));
  const factors = getDisplayValueAlignmentFactors([...values]);
  const showsValue = options.text !== 'name' && options.text !== 'none';
  const isBackground = options.colour.startsWith('background');
  const said = values.map((value, index): [string, string] => [
    titles[index] ?? '',
    formattedValueToString(value.display),
  ]);
  return (
    <Box drawn={drawn} label={described(model.title, said, language)}>
      <Cells>
        {cells.map((cell, index) => {
          const value = values[index];
          if (!value) return null;
          const padding = isBackground ? 16 : 8;
          const layout = layoutOf({
            width: cell.width - padding,
            height: cell.height,
            family: theme.typography.fontFamily,
            hasChart: (value.sparkline?.y.values.length ?? 0) > 1 && options.graph === 'area',
            mayBeWide: options.mayBeWide,
            longest: {
              title: titles.reduce(longer, ''),
              value: showsValue ? formattedValueToString(factors) : '',
              change: changes.reduce(longer, ''),
            },
          });
          return (
            <StatCell
              key={`${index} ${value.display.title}`}
              {...{ value, cell, layout, options, theme, showsValue }}
              title={titles[index] ?? ''}
              change={changes[index] ?? ''}
              isAlone={values.length === 1}
            />
          );
        })}
      </Cells>
    </Box>
  );
};
