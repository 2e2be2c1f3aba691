import { defineConfig, devices } from '@playwright/test';
import { freePort } from '../support/free-port.ts';
import { chromiumPath } from './support/chromium.ts';

const chromium = await chromiumPath();
// The workers read this file too, and find the address that the first reading chose.
process.env.SITE ??= `http://localhost:${await freePort()}`;

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 120_000,
	// A machine with much to do is no fault; what waits for signal is tried again every fifteen seconds.
	expect: { timeout: 25_000 },
	forbidOnly: true,
	// Once more on a machine that stumbled. What passes only then is listed as flaky at the end, and is to be mended.
	retries: 1,
	reporter: [['list']],
	globalSetup: './support/global-setup.ts',
	use: {
		baseURL: process.env.SITE,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		trace: 'retain-on-failure',
		launchOptions: { executablePath: chromium.path, args: chromium.args }
	},
	projects: [
		{
			name: 'phone',
			use: { ...devices['Pixel 5'], viewport: { width: 360, height: 780 }, colorScheme: 'light' }
		},
		{
			name: 'laptop',
			// These look at every width and colour scheme themselves, and count bytes that no screen changes.
			testIgnore: ['every-page.spec.ts', 'budgets.spec.ts'],
			use: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' }
		}
	]
});
