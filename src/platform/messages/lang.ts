/** The languages the site speaks. Vietnamese is the source, English complete. */
export type Lang = 'vi' | 'en';
