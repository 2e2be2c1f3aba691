import { portIn, siteServed } from '../ground.ts';

/** What the stand-in is told by its environment. */
export interface Settings {
	/** Where it takes mail. */
	port: number;
	/** Where its page lists them. */
	pagePort: number;
	/** The address of the site that it serves. */
	site: string;
}

/** Refuses to play for a site that others can reach, unless STANDINS=on says that this is meant. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	return {
		port: portIn(env['STANDIN_SMTP_PORT'] || '2525'),
		pagePort: portIn(env['STANDIN_PORT'] || '3300'),
		site: siteServed(env)
	};
}
