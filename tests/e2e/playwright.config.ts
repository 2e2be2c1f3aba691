import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from './support/chromium.ts';

const chromium = await chromiumPath();

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 60_000,
	forbidOnly: true,
	reporter: [['list']],
	globalSetup: './support/global-setup.ts',
	use: {
		baseURL: 'http://localhost:4173',
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
			use: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' }
		}
	]
});
