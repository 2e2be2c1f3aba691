import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { apiInDevelopment } from './src/commands/dev-api.ts';

export default defineConfig({
	plugins: [sveltekit(), apiInDevelopment()],
	// Kit and Fastify bring two major versions of `cookie`; bundling Kit's own keeps them apart.
	ssr: { noExternal: ['cookie'] },
	worker: { format: 'es' },
	server: { port: Number(process.env.PORT ?? 3000) },
	build: { assetsInlineLimit: 0 }
});
