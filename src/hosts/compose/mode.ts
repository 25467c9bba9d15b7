/** For whom a host is: for those who develop, or for those who are served. */
export type Mode = 'development' | 'production';

export const composeFile: Readonly<Record<Mode, string>> = {
  development: 'docker-compose.yml',
  production: 'docker-compose.prod.yml',
};
