import { type FieldDisplay, formattedValueToString, getDisplayValueAlignmentFactors } from '@grafana/data';
import { named } from '#browser/panel/big/alone.js';
import { Cells } from '#browser/panel/big/cells.js';
import { fit } from '#browser/panel/big/fit.js';
import { type Cell } from '#browser/panel/big/grid.js';
import { Big } from '#browser/panel/big/value.js';
import { valuesOf } from '#browser/panel/big/values.js';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import { widthOf } from '#browser/panel/measure.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { Bar } from './bar.js';
import './bargauge.css';
import { barsOf } from './geometry.js';
import { type BarOptions, barOptions } from './options.js';

interface RowProps {
  readonly drawn: Drawn;
  readonly value: FieldDisplay;
  readonly title: string;
  readonly cell: Cell;
  readonly options: BarOptions;
  readonly longest: { readonly title: string; readonly value: string };
}

const nameSize = 14;

const Row = ({ drawn: { theme }, value, title, cell, options, longest }: RowProps) => {
  const { mode, isHorizontal, showsRest } = options;
  const family = theme.typography.fontFamily;
  const hasName = title !== '' && options.name !== 'hidden';
  const isAbove = options.name === 'top' || (options.name === 'auto' && cell.height > 40) || !isHorizontal;
  const thickness = isHorizontal ? cell.height - (hasName && isAbove ? 22 : 0) : cell.width;
  const wide = isHorizontal ? Math.min(120, cell.width * 0.3) : cell.width - 4;
  const size =
    options.value === 'hidden'
      ? 0
      : fit({
          text: longest.value,
          width: wide,
          height: isHorizontal ? thickness : 36,
          family,
          weight: 500,
          most: 40,
        });
  const valueWidth = size === 0 ? 0 : widthOf(longest.value, size, family, 500) + 4;
  const nameWidth =
    hasName && !isAbove ? Math.min(cell.width * 0.35, widthOf(longest.title, nameSize, family) + 4) : 0;
  const length = isHorizontal
    ? cell.width - (nameWidth > 0 ? nameWidth + 8 : 0) - (valueWidth > 0 ? valueWidth + 8 : 0)
    : cell.height - (hasName ? 22 : 0) - size * 1.3;
  const colour =
    options.value === 'text' ? tokensOf(theme).text : (value.display.color ?? tokensOf(theme).text);
  const name = hasName && (
    <span
      class="big-title"
      title={title}
      style={{ fontSize: `${nameSize}px`, ...(nameWidth > 0 && { width: `${nameWidth}px` }) }}
    >
      {title}
    </span>
  );
  const bar = (
    <Bar
      {...{ value, theme, mode, isHorizontal, showsRest }}
      length={Math.max(0, length)}
      thickness={Math.max(1, thickness)}
    />
  );
  const shown = size > 0 && <Big value={value.display} size={size} colour={colour} />;
  const place = {
    left: `${cell.x}px`,
    top: `${cell.y}px`,
    width: `${cell.width}px`,
    height: `${cell.height}px`,
  };
  if (!isHorizontal)
    return (
      <div class="big-cell bar-cell standing" style={place}>
        {shown}
        {bar}
        {name}
      </div>
    );
  return (
    <div class={`big-cell bar-cell ${isAbove ? 'above' : ''}`} style={place}>
      {name}
      <div class="bar-line">
        {bar}
        {shown}
      </div>
    </div>
  );
};

/** Values as bars, in the colours of the limits that they pass. */
export const BarGauge = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, width, height, language } = drawn;
  const values = valuesOf(drawn, {});
  const options = barOptions(model.options, width, height);
  const bars = barsOf(drawn, values.length, options);
  const titles = values.map((value) => named(value, values.length));
  const factors = getDisplayValueAlignmentFactors([...values]);
  const longest = { title: factors.title ?? '', value: formattedValueToString(factors) };
  const said = values.map((value, index): [string, string] => [
    titles[index] ?? '',
    formattedValueToString(value.display),
  ]);
  return (
    <Box drawn={drawn} label={described(model.title, said, language)}>
      <div class="bar-scroll" tabIndex={bars.height > height + 1 || bars.width > width + 1 ? 0 : -1}>
        <Cells height={bars.height}>
          {bars.cells.map((cell, index) => {
            const value = values[index];
            const title = titles[index] ?? '';
            return (
              value && <Row key={`${index} ${title}`} {...{ drawn, value, title, cell, options, longest }} />
            );
          })}
        </Cells>
      </div>
    </Box>
  );
};
