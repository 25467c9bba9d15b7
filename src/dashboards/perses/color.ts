/** The colours that Grafana calls by names, https://github.com/perses/shared/blob/main/cue/common/migrate/mapping.cue. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // A grey that is read on light and on dark: Grafana's colour of texts.
    text: '#8e8e8e',
    'dark-red': '#c4162a',
    'semi-dark-red': '#e02f44',
    red: '#f2495c',
    'light-red': '#ff7383',
    'super-light-red': '#ffa6b0',
    'dark-orange': '#fa6400',
    'semi-dark-orange': '#ff780a',
    orange: '#ff9830',
    'light-orange': '#ffb357',
    'super-light-orange': '#ffcb7d',
    'dark-green': '#37872d',
    'semi-dark-green': '#56a64b',
    green: '#73bf69',
    'light-green': '#96d98d',
    'super-light-green': '#c8f2c2',
    'dark-blue': '#1f60c4',
    'semi-dark-blue': '#3274d9',
    blue: '#5794f2',
    'light-blue': '#8ab8ff',
    'super-light-blue': '#c0d8ff',
    'dark-purple': '#8f3bb8',
    'semi-dark-purple': '#a352cc',
    purple: '#b877d9',
    'light-purple': '#ca95e5',
    'super-light-purple': '#deb6f2',
    'dark-yellow': '#e0b400',
    'semi-dark-yellow': '#f2cc0c',
    yellow: '#fade2a',
    'light-yellow': '#ffee52',
    'super-light-yellow': '#fff899',
  }),
);

/** A colour as Perses takes it, `#rgb` or `#rrggbb`; nothing of one that it cannot say, such as one that is seen through. */
export const colorOf = (grafana: string): string | undefined =>
  named.get(grafana) ?? (/^#(?:[0-9a-fA-F]{3}){1,2}$/.test(grafana) ? grafana : undefined);
