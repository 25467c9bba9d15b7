import { type FunctionComponent } from 'preact';
import { type Drawn, type PanelKind } from './contract.js';

/** A kind of panel that a component draws. */
export const by =
  (Kind: FunctionComponent<{ readonly drawn: Drawn }>): PanelKind =>
  (drawn) => <Kind drawn={drawn} />;
