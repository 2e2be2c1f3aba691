import { svelte } from '@sveltejs/vite-plugin-svelte';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { apiInDevelopment } from './src/commands/dev-api.ts';

/** The site's one script (lib/enhance) is built as a worker is; among the assets Kit hands it on to the browser's files. */
const scriptAmongAssets: Plugin = {
	name: 'script-among-assets',
	enforce: 'post',
	config: () => ({
		worker: { rolldownOptions: { output: { entryFileNames: '_app/immutable/assets/[name]-[hash].js' } } }
	})
};

/**
 * Kit keeps the request of `getRequestEvent` in an AsyncLocalStorage, which before Node 24 makes every promise of the
 * process several times as dear, the API's too. Nothing here asks for it; Kit itself does without where there is none.
 */
const withoutAsyncStorage: Plugin = {
	name: 'without-async-storage',
	apply: 'build',
	transform(code, id) {
		if (!id.endsWith('/@sveltejs/kit/src/exports/internal/event.js')) return null;
		const without = code.replace("import('node:async_hooks')", 'Promise.reject()');
		if (without === code) this.error('Kit has changed how it keeps the request: look again at this plugin');
		return without;
	}
};

export default defineConfig({
	plugins: [sveltekit(), apiInDevelopment(), scriptAmongAssets, withoutAsyncStorage],
	// Kit and Fastify bring two major versions of `cookie`; bundling Kit's own keeps them apart.
	ssr: { noExternal: ['cookie', '@sveltejs/kit'] },
	worker: { format: 'es', plugins: () => [svelte({ configFile: false })] },
	server: { port: Number(process.env.PORT ?? 3000) },
	build: { assetsInlineLimit: 0 }
});
