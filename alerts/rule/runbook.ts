/** What the person on call does about an alert. Markdown, a few sentences each. */
export interface Runbook {
  /** What the alert says about the system. */
  readonly meaning: string;
  /** What its users notice. */
  readonly impact: string;
  /** How to see what is wrong: commands to copy, panels to look at. */
  readonly check: string;
  /** What to do about it. */
  readonly action: string;
}
