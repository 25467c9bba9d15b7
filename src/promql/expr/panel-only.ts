import type { Fault } from '#ground/fault.js';
import { type Expr, walk } from './ast.js';
import { inline } from './inline.js';
import { oneStep } from './when.js';
import { unfolded } from './recorded.js';

/** What may be drawn, but never comes true as a rule: each with its text, why, and what to write instead. */
export interface PanelOnly extends Pick<Fault, 'code' | 'why' | 'cure'> {
  readonly text: string;
}

/** Whatever of an expression only a panel may say, by itself or through what is recorded. */
export const panelOnly = (expr: Expr): readonly PanelOnly[] =>
  unfolded(expr)
    .flatMap((each) => [...walk(each)])
    .flatMap(here);

const here = (expr: Expr): readonly PanelOnly[] => {
  if (expr.type !== 'selector' && expr.type !== 'subquery') return [];
  const { at, offset } = expr;
  const text = inline(expr);
  return [
    ...(at === undefined
      ? []
      : [
          {
            text,
            code: 'only-in-panels' as const,
            why: `'${text}' is read at one moment, and a rule, which is evaluated again and again, would see it never change`,
            cure: 'leave out @',
          },
        ]),
    ...(offset === oneStep
      ? [
          {
            text,
            code: 'only-in-panels' as const,
            why: `'${text}' is read a step of the drawing before, and a rule draws nothing`,
            cure: 'write a length of time: offset 5m',
          },
        ]
      : []),
    ...(offset?.startsWith('-')
      ? [
          {
            text,
            code: 'looks-ahead' as const,
            why: `'${text}' looks into the future, where a rule finds no samples`,
            cure: `write offset ${offset.slice(1)}, or leave it out`,
          },
        ]
      : []),
    ...(expr.type === 'selector' && expr.metric.name === ''
      ? [
          {
            text,
            code: 'selects-everything' as const,
            why: `'${text}' reads whatever is scraped, so nobody knows what the rule tells of`,
            cure: 'name the metric',
          },
        ]
      : []),
  ];
};
