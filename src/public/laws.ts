// What must hold over an estate: the laws that there are, and what one of one's own is made of.
export { laws } from '#laws/laws.js';
export type { Apart as LawSteps, OwnLaw as Law, Law as LawInSteps, OwnFault, Judged } from '#laws/law.js';
export { inEach } from '#laws/apart.js';
// `type` for the whole: these know cdk8s, which nobody is to load for a law.
export type { Rendered as RenderedObject } from '#imports/render.js';
export type { Manifest } from '#imports/manifest.js';
export { type Fault, type Reason, Refusal, refuse, refusal } from '#ground/fault.js';
export type { Code, KnownCode, OwnCode } from '#ground/codes/codes.js';
export { atField } from '#ground/field.js';
export { stated as expressionsOf, type Stated as StatedExpression } from '#laws/stated.js';
export { selectors as selectorsIn, type Expr, type Selector } from '#promql/expr/ast.js';
export { scrapesOf } from '#application/application.js';
