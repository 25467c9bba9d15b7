import type { Panel } from './panel/panel.js';
import { isOfStrip } from './strip/strip.js';

/**
 * Whether the library itself made a panel, of alerts, scrapes and objectives: what it reads is what these read, and is judged there, where
 * whoever wrote it can mend it.
 */
export const isDerived = (panel: Pick<Panel, 'key' | 'isOfAlert'>): boolean =>
  panel.isOfAlert === true || isOfStrip(panel);
