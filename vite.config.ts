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

export default defineConfig({
	plugins: [sveltekit(), apiInDevelopment(), scriptAmongAssets],
	// Kit and Fastify bring two major versions of `cookie`; bundling Kit's own keeps them apart.
	ssr: { noExternal: ['cookie'] },
	worker: { format: 'es' },
	server: { port: Number(process.env.PORT ?? 3000) },
	build: { assetsInlineLimit: 0 }
});
