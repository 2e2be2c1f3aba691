import { writeFileSync } from 'node:fs';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * Writes the built pages to `build/site` for the server that mounts them (platform/http/site.ts): it answers shared
 * pages from memory, so it needs Kit's `Server` itself, which the ready-made Node adapter hides in a bundle.
 * @type {import('@sveltejs/kit').Adapter}
 */
const forOurServer = {
	name: 'for-our-server',
	async adapt(builder) {
		builder.rimraf('build/site');
		builder.writeClient('build/site/client');
		await builder.compress('build/site/client');
		builder.writeServer('build/site/server');
		const manifest = builder.generateManifest({ relativePath: './' });
		writeFileSync('build/site/server/site-manifest.js', `export const manifest = ${manifest};\n`);
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: forOurServer,
		files: { assets: 'src/static' },
		// A page that is kept for when there is no signal names its files whatever address it is shown under.
		paths: { relative: false },
		// lib/offline asks for it, on the pages that are about being without signal.
		serviceWorker: { register: false },
		// Form posts are checked against ORIGIN by the server that mounts the site (platform/http/site.ts).
		csrf: { trustedOrigins: [] },
		version: { pollInterval: 0 }
	}
};
