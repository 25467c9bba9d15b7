import { datasources } from '../datasource.js';
import type { Said } from '../description.js';
import { type Panel, type PanelSpec, panel } from './panel.js';

export interface TextSpec extends PanelSpec {
  readonly description: Said;
  readonly markdown: string;
}

/** What a reader should know, in Markdown. */
export const text = (title: string, spec: TextSpec): Panel =>
  panel('text', title, spec, {
    width: 24,
    height: 4,
    unit: 'none',
    datasource: datasources.grafana,
    options: { mode: 'markdown', content: spec.markdown },
  });
