import type { Said } from '#dashboards/description.js';
import { type AnyPanelSpec, type Panel, panel } from './panel.js';

export interface TextSpec extends AnyPanelSpec {
  readonly description: Said;
  readonly markdown: string;
}

/** What a reader should know, in Markdown. */
export const text = (title: string, spec: TextSpec): Panel =>
  panel('text', title, spec, {
    width: 24,
    height: 4,
    unit: 'none',
    asks: 'nothing',
    options: { mode: 'markdown', content: spec.markdown },
  });
