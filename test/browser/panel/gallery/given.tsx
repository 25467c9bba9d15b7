import {
  createDataFrame,
  createTheme,
  type DataFrame,
  type FieldConfigSource,
  FieldType,
} from '@grafana/data';
import { shown as configured } from '#browser/dashboard/query/fields.js';
import { chosenMode } from '#browser/frame/theme.js';
import { type Drawn, type PanelModel } from '#browser/panel/contract.js';

/** 2026-03-02 06:00 in UTC. */
export const from = Date.UTC(2026, 2, 2, 6);
export const to = from + 6 * 3_600_000;
export const step = 120_000;
export const times = Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step);

export type Course = (share: number, at: number) => number | null;

/** A series as Prometheus answers it. */
export const series = (
  name: string,
  course: Course,
  refId = 'A',
  labels: Readonly<Record<string, string>> = {},
): DataFrame =>
  createDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: times, config: { interval: step } },
      {
        name: 'Value',
        type: FieldType.number,
        values: times.map((_, at) => course(at / (times.length - 1), at)),
        labels,
        config: { displayNameFromDS: name },
      },
    ],
  });

export const wave =
  (middle: number, height: number, turns = 2): Course =>
  (share) =>
    middle + height * Math.sin(share * turns * 2 * Math.PI);

const search = new URLSearchParams(location.search);
/** `?room=220x120` draws all panels in that room. */
const room = search.get('room')?.split('x').map(Number);
const theme = createTheme({ colors: { mode: chosenMode.get() } });
const language = search.get('lang') === 'ko' ? 'ko' : 'en';

/** A panel of the gallery: what it is asked for, and what was found. */
export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly frames: readonly DataFrame[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: Partial<FieldConfigSource>;
  readonly width?: number;
  readonly height?: number;
  readonly regions?: Drawn['regions'];
}

/** What is told of zooms, where tests read it. */
const zoomed = (start: number, end: number): void => {
  document.body.dataset.zoomed = `${start}-${end}`;
};

export const drawnOf = (shown: Shown): Drawn => {
  const fieldConfig: FieldConfigSource = {
    defaults: shown.fieldConfig?.defaults ?? {},
    overrides: shown.fieldConfig?.overrides ?? [],
  };
  const model: PanelModel = {
    id: 1,
    type: shown.type,
    title: shown.title,
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    options: shown.options ?? {},
    fieldConfig,
  };
  const frames = configured(shown.frames, fieldConfig, theme, 'Asia/Seoul', (text) => text);
  return {
    ...{ model, frames, from, to, theme, language },
    timeZone: 'Asia/Seoul',
    width: room?.[0] ?? shown.width ?? 400,
    height: room?.[1] ?? shown.height ?? 200,
    regions: shown.regions ?? [],
    cursor: 'gallery',
    onZoom: zoomed,
  };
};
