import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ out: 'build/site', precompress: true }),
		files: { appTemplate: 'src/app.html' },
		// Form posts are checked against ORIGIN by the server that mounts the site (platform/http/site.ts).
		csrf: { trustedOrigins: [] },
		version: { pollInterval: 0 }
	}
};
