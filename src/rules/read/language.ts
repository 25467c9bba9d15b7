import { outsideTexts } from '#promql/expr/window-text.js';

/** Stages and functions of LogQL that PromQL does not have, https://grafana.com/docs/loki/latest/query/. */
const ofLogs =
  /\|[=~>]|\|\s*(?:json|logfmt|regexp|pattern|unpack|unwrap|line_format|label_format|decolorize|drop|keep|__error__|[a-zA-Z_]\w*\s*(?:[=<>]|!=))|\b(?:bytes_rate|bytes_over_time|rate_counter)\s*\(/g;

/** A filter of lines: PromQL compares no series with a text. */
const filtering = /\}\s*!=\s*["`]/;

/** Whether a text is a query of Loki's. */
export const isLogql = (text: string): boolean =>
  filtering.test(text) || outsideTexts(text, ofLogs).length > 0;
