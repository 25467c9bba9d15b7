import { withServer } from '#servers/server.js';
import type { PreviewData } from './kept.js';

/** Runs a Prometheus over the data, which scrapes and evaluates nothing, while `use` asks it by its URL. */
export const withPreviewPrometheus = async <T>(
  data: PreviewData,
  use: (url: string) => Promise<T>,
): Promise<T> => withServer('prometheus', { config: '', data: data.folder }, use);
