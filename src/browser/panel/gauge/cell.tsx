import { type FieldDisplay, formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { boundsOf, shareOf } from '#browser/panel/big/alone.js';
import { bandsOf } from '#browser/panel/big/bands.js';
import { besides, fit } from '#browser/panel/big/fit.js';
import { type Cell } from '#browser/panel/big/grid.js';
import { colourOf } from '#browser/panel/colours.js';
import { ringPath } from '#browser/panel/round/arc.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { angleOf, gaugeShape } from './geometry.js';

interface GaugeCellProps {
  readonly value: FieldDisplay;
  readonly title: string;
  readonly cell: Cell;
  readonly theme: GrafanaTheme2;
  readonly hasLimits: boolean;
  readonly hasLabels: boolean;
}

const titleHeight = 22;

/** One value as a part of a ring, with the limits around it. */
export const GaugeCell = ({ value, title, cell, theme, hasLimits, hasLabels: asks }: GaugeCellProps) => {
  const { display, field } = value;
  const [min, max] = boundsOf(value);
  const height = Math.max(1, cell.height - (title === '' ? 0 : titleHeight));
  // Beside a ring without room for them, labels would be all that is seen.
  const hasLabels = asks && Math.min(cell.width, height * 1.5) > 150;
  const shape = gaugeShape(cell.width - (hasLabels ? 72 : 8), height - (hasLabels ? 16 : 4), hasLimits);
  const x = cell.width / 2;
  const y = shape.y + (hasLabels ? 12 : 2);
  const outer = shape.outer - shape.limits - shape.gap;
  const inner = Math.max(0, outer - shape.width);
  const share = shareOf(display, min, max);
  const colour = display.color ?? tokensOf(theme).text;
  const steps = (field.thresholds?.steps ?? []).map((step) => ({ value: step.value, color: step.color }));
  const bands = bandsOf(steps, field.thresholds?.mode === 'percentage', min, max);
  const text = formattedValueToString(display);
  const family = theme.typography.fontFamily;
  const size = fit({ text, width: inner * 1.6, height: inner * 0.75, family, weight: 500 });
  const format = getValueFormat(field.unit);
  const limitText = (at: number): string =>
    formattedValueToString(format(min + at * (max - min), field.decimals));
  return (
    <div
      class="big-cell gauge-cell"
      style={{
        left: `${cell.x}px`,
        top: `${cell.y}px`,
        width: `${cell.width}px`,
        height: `${cell.height}px`,
      }}
    >
      <svg width={cell.width} height={height} aria-hidden="true">
        <path
          d={ringPath({ x, y, inner, outer, from: angleOf(0), to: angleOf(1) })}
          fill={tokensOf(theme).well}
          data-part="rest"
        />
        {share > 0 && (
          <path
            d={ringPath({ x, y, inner, outer, from: angleOf(0), to: angleOf(share) })}
            fill={colour}
            data-part="value"
          />
        )}
        {hasLimits &&
          bands.map((band) => (
            <path
              key={band.from}
              data-part="limit"
              d={ringPath({
                ...{ x, y, inner: shape.outer - shape.limits, outer: shape.outer },
                from: angleOf(band.from),
                to: angleOf(band.to),
              })}
              fill={colourOf(theme, band.colour)}
            />
          ))}
        {hasLabels &&
          bands.slice(1).map(({ from }) => {
            const turns = angleOf(from) * 2 * Math.PI;
            const [cosine, sine] = [Math.cos(turns), Math.sin(turns)];
            return (
              <text
                key={from}
                x={x + (shape.outer + 4) * cosine}
                y={y + (shape.outer + 4) * sine}
                class="gauge-limit"
                text-anchor={Math.abs(cosine) < 0.2 ? 'middle' : cosine < 0 ? 'end' : 'start'}
              >
                {limitText(from)}
              </text>
            );
          })}
        <text
          x={x}
          y={y + size * 0.3}
          text-anchor="middle"
          class="gauge-value"
          fill={colour}
          font-size={size}
        >
          <title>{text}</title>
          {display.prefix !== undefined && <tspan font-size={size * besides(size)}>{display.prefix}</tspan>}
          {display.text}
          {display.suffix !== undefined && <tspan font-size={size * besides(size)}>{display.suffix}</tspan>}
        </text>
      </svg>
      {title !== '' && (
        <span class="big-title gauge-title" title={title}>
          {title}
        </span>
      )}
    </div>
  );
};
