import { type FieldDisplay, type GrafanaTheme2 } from '@grafana/data';
import { boundsOf, shareOf } from '#browser/panel/big/alone.js';
import { type Band, bandsOf } from '#browser/panel/big/bands.js';
import { colourOf, faint } from '#browser/panel/colours.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { litCells } from './geometry.js';

interface BarProps {
  readonly value: FieldDisplay;
  readonly theme: GrafanaTheme2;
  readonly mode: 'gradient' | 'basic' | 'lcd';
  readonly isHorizontal: boolean;
  readonly showsRest: boolean;
  /** Pixels along and across it. */
  readonly length: number;
  readonly thickness: number;
}

/** Colours along the range, each reaching the next. */
const gradient = (theme: GrafanaTheme2, bands: readonly Band[], share: number, direction: string): string => {
  const stops = bands
    .filter(({ from }) => from <= share)
    .map(
      ({ from, colour }) => `${colourOf(theme, colour)} ${Math.round((from / Math.max(share, 0.01)) * 100)}%`,
    );
  const [only] = stops;
  return `linear-gradient(${direction}, ${stops.length === 1 ? `${only}, ${only}` : stops.join(', ')})`;
};

/** A bar from the beginning of a range to a value in it. */
export const Bar = ({ value, theme, mode, isHorizontal, showsRest, length, thickness }: BarProps) => {
  const { display, field } = value;
  const [min, max] = boundsOf(value);
  const share = shareOf(display, min, max);
  const colour = display.color ?? tokensOf(theme).text;
  const steps = (field.thresholds?.steps ?? []).map((step) => ({ value: step.value, color: step.color }));
  const isByLimits = field.color?.mode === undefined || field.color.mode === 'thresholds';
  const bands = isByLimits
    ? bandsOf(steps, field.thresholds?.mode === 'percentage', min, max)
    : [{ from: 0, to: 1, colour }];
  const room = isHorizontal
    ? { width: `${length}px`, height: `${thickness}px` }
    : { width: `${thickness}px`, height: `${length}px` };
  if (mode === 'lcd')
    return (
      <div class={`bar-lcd ${isHorizontal ? 'lying' : 'standing'}`} style={room} data-part="bar">
        {litCells(length, share).map(({ at, isLit }) => {
          const band = bands.find(({ from, to }) => at >= from && at < to) ?? bands.at(-1);
          const shown = colourOf(theme, band?.colour ?? colour);
          return (
            <span
              key={at}
              style={{ background: isLit ? shown : showsRest ? faint(shown, 0.15) : 'transparent' }}
            />
          );
        })}
      </div>
    );
  const filled = `${(share * 100).toFixed(2)}%`;
  const edge = { [isHorizontal ? 'borderRight' : 'borderTop']: `2px solid ${colour}` };
  const background =
    mode === 'basic' ? faint(colour, 0.35) : gradient(theme, bands, share, isHorizontal ? '90deg' : '0deg');
  return (
    <div
      class={`bar ${isHorizontal ? 'lying' : 'standing'}`}
      style={{ ...room, background: showsRest ? tokensOf(theme).well : 'transparent' }}
      data-part="bar"
    >
      <div
        data-part="value"
        style={{
          ...(isHorizontal ? { width: filled, height: '100%' } : { height: filled, width: '100%' }),
          background,
          ...(mode === 'basic' && edge),
        }}
      />
    </div>
  );
};
