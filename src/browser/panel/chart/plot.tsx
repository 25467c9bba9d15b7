import { type ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './plot.css';
import { type Drawn } from '#browser/panel/contract.js';
import { word } from '#browser/panel/words.js';
import { create } from './create.js';
import { type Hover, type Inside } from './hover.js';
import { pressed, type Span } from './keys.js';
import { Marks } from './marks.js';

interface PlotProps {
  readonly drawn: Drawn;
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  /** What a screen reader says of it. */
  readonly label: string;
  /** What is shown at the crosshair. */
  readonly tip: (hover: Hover) => ComponentChildren;
  /** The same in words, which a screen reader says when keys move the crosshair. */
  readonly said: (hover: Hover) => string;
}

const isEqual = (one: Inside | undefined, other: Inside): boolean =>
  one !== undefined &&
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height;

/** A chart over time in the room that is left for it, with its crosshair, its marks and its keys. */
export const Plot = ({ drawn, options, data, label, tip, said }: PlotProps) => {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | undefined>(undefined);
  const span = useRef<Span | undefined>(undefined);
  const zoom = useRef(drawn.onZoom);
  zoom.current = drawn.onZoom;
  const [hover, setHover] = useState<Hover>();
  const [inside, setInside] = useState<Inside>();

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const made = create({
      ...{ host: element, options, data, cursor: drawn.cursor },
      onHover: setHover,
      onInside: (next) => setInside((now) => (isEqual(now, next) ? now : next)),
      onZoom: (from, to) => zoom.current(from, to),
    });
    chart.current = made;
    const sizes = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0 && (width !== made.width || height !== made.height))
        made.setSize({ width, height });
    });
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      made.destroy();
      chart.current = undefined;
      setHover(undefined);
    };
  }, [options, data, drawn.cursor]);

  const press = (event: KeyboardEvent) => {
    const did = chart.current && pressed(chart.current, event, span.current, drawn.cursor);
    if (!did) return;
    event.preventDefault();
    span.current = did.span;
    setHover(did.hover);
    if (did.zoom) drawn.onZoom(...did.zoom);
  };

  // What stands in a picture is not read: marks and words stand beside it.
  return (
    <div class="chart-frame">
      <div
        ref={host}
        class="chart-host"
        role="img"
        tabIndex={0}
        aria-label={`${label}. ${word(drawn.language, 'keys')}`}
        aria-keyshortcuts="ArrowLeft ArrowRight Enter Escape"
        onKeyDown={press}
        onBlur={() => setHover((now) => (now?.isByKey === true ? undefined : now))}
      />
      {inside && <Marks drawn={drawn} inside={inside} />}
      {hover && tip(hover)}
      <span class="panel-unseen" role="status">
        {hover?.isByKey === true ? said(hover) : ''}
      </span>
    </div>
  );
};
