import { type GrafanaTheme2 } from '@grafana/data';

/** The colours of a theme that panels are drawn in. */
interface Tokens {
  readonly text: string;
  readonly weak: string;
  readonly disabled: string;
  readonly link: string;
  readonly border: string;
  readonly strong: string;
  readonly surface: string;
  readonly raised: string;
  readonly well: string;
  readonly hover: string;
  readonly focus: string;
}

/** Grafana's types say of each that a theme may lack it: then the page's own colour shows. */
export const tokensOf = ({ colors }: GrafanaTheme2): Tokens => ({
  text: colors.text?.primary ?? 'currentcolor',
  weak: colors.text?.secondary ?? 'currentcolor',
  disabled: colors.text?.disabled ?? 'currentcolor',
  link: colors.text?.link ?? 'currentcolor',
  border: colors.border?.weak ?? 'currentcolor',
  strong: colors.border?.medium ?? 'currentcolor',
  surface: colors.background?.primary ?? 'transparent',
  raised: colors.background?.elevated ?? 'transparent',
  well: colors.background?.secondary ?? 'transparent',
  hover: colors.action?.hover ?? 'transparent',
  focus: colors.primary.main,
});
