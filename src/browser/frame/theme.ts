import { createTheme, type GrafanaTheme2 } from '@grafana/data';
import { choice } from './choice.js';
import { useStore } from './store.js';
import { variablesOf } from './theme-variables.js';

export type Mode = 'dark' | 'light';

const themes: Readonly<Record<Mode, GrafanaTheme2>> = {
  dark: createTheme({ colors: { mode: 'dark' } }),
  light: createTheme({ colors: { mode: 'light' } }),
};

/** Dark or light: as `?theme=` has it, else as it was chosen, else as the system is. */
export const chosenMode = choice<Mode>('theme', ['dark', 'light'], () =>
  matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark',
);

const dress = (): void => {
  const root = document.documentElement;
  root.dataset.theme = chosenMode.get();
  root.style.colorScheme = chosenMode.get();
  for (const [name, value] of variablesOf(themes[chosenMode.get()])) root.style.setProperty(name, value);
};

dress();
chosenMode.subscribe(dress);

/** Grafana's theme in the mode that is chosen; style sheets have it as variables. */
export const useTheme = (): GrafanaTheme2 => themes[useStore(chosenMode)];
