import type { DataFrame } from '@grafana/data';
import type { VNode } from 'preact';
import { useErrorBoundary, useMemo } from 'preact/hooks';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { useTheme } from '#browser/frame/theme.js';
import { replacing } from '#browser/dashboard/query/replaced.js';
import { shown } from '#browser/dashboard/query/fields.js';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { asText } from '#browser/dashboard/variable/formats.js';
import { interpolate, within } from '#browser/dashboard/variable/interpolate.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { Region } from '#browser/panel/contract.js';
import { kindOf } from '#browser/panel/kinds.js';
import type { Context } from './context.js';

interface BodyProps {
  readonly panel: PanelGiven;
  readonly title: string;
  readonly context: Context;
  readonly frames: readonly DataFrame[];
  readonly regions: readonly Region[];
  readonly address: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
  readonly onZoom: (from: number, to: number) => void;
}

/** The words in a panel's options with variables filled in, where its kind shows them: `content` of a text. */
const spoken = (panel: PanelGiven, known: Context['known']): PanelGiven => {
  const content = panel.options?.content;
  if (typeof content !== 'string') return panel;
  return { ...panel, options: { ...panel.options, content: interpolate(content, known, asText) } };
};

/** What a panel draws, below its title; what cannot be drawn says so. */
export const PanelBody = ({
  panel,
  title,
  context,
  frames,
  regions,
  address,
  ...drawn
}: BodyProps): VNode => {
  const theme = useTheme();
  const language = useLanguage();
  const say = useWords(dashboardWords);
  const [error] = useErrorBoundary();
  const known = useMemo(() => within(context.known, panel.scope), [context, panel]);
  const { model, from, to } = context;
  const fields = useMemo(
    () => shown(frames, panel.fieldConfig, theme, model.timeZone, replacing(known, address)),
    [frames, panel, theme, model, known, address],
  );
  const said = useMemo(() => spoken(panel, known), [panel, known]);
  const message = error instanceof Error ? error.message : error === undefined ? '' : String(error);
  useFaults(title, message === '' ? [] : [`${say('broken')}: ${message}`]);
  if (message !== '') return <p class="panel-broken">{say('broken')}</p>;
  return kindOf(panel.type)({
    ...drawn,
    model: said,
    frames: fields,
    from,
    to,
    timeZone: model.timeZone,
    theme,
    language,
    regions,
    cursor: model.sharesCursor ? model.uid : `${model.uid}/${panel.key}`,
  });
};
