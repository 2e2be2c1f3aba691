import { spawn, type ChildProcess } from 'node:child_process';
import { freePort } from '../../support/free-port.ts';
import { visit } from '../../support/stand-in-visit.ts';
import { Browser } from '../browser.ts';
import { cpuMs } from '../process-figures.ts';
import { both, median, type Bench, type Row } from '../row.ts';
import { pause, root, startServer, type RunningServer } from '../server.ts';

const client = { VNEID_CLIENT_ID: 'bdhvs-do', VNEID_CLIENT_SECRET: 'mot-bi-mat-chi-de-do' };
/** Sign-ins in one measurement, one after the other. */
const signIns = 40;

let site: { server: RunningServer; issuer: string; standIn: ChildProcess } | null = null;

/**
 * Signing in through the provider by somebody who is known: the page that sends her there, the way back, and the page
 * she comes to. Our own part is the processor time of our process for all of it; how long our two answers took with
 * what the provider took for its own stands beside.
 */
export const signInRow: Row = {
	id: 'sign-in',
	title: 'sign-in through the provider, our own part',
	figures: [{ name: 'cpu', unit: 'ms', better: 'less', digits: 1, limit: both(30) }],
	times: 3,
	async prepare(bench) {
		site = await openSite(bench);
		const browser = new Browser(site.server.origin);
		await comeBack(browser);
		const account = { username: 'lan', password: 'con trâu đi trước cái cày', consent: true };
		await browser.call('/vneid/accounts', account);
		for (let i = 0; i < signIns / 2; i++) await comeBack(new Browser(site.server.origin));
	},
	async measure() {
		if (!site) throw new Error('the site with the provider is not running');
		const { server } = site;
		let spent = 0;
		const took: number[] = [];
		for (let i = 0; i < signIns; i++) {
			const before = cpuMs(server.pid);
			took.push(await comeBack(new Browser(server.origin)));
			spent += cpuMs(server.pid) - before;
		}
		return { figures: { cpu: spent / signIns }, beside: { 'with the provider ms': median(took) } };
	},
	async verify() {
		site?.standIn.kill('SIGTERM');
		await site?.server.stop();
	}
};

async function openSite({ postgres, contentDir }: Bench): Promise<NonNullable<typeof site>> {
	const [port, standInPort] = [await freePort(), await freePort()];
	const issuer = `http://localhost:${standInPort}`;
	const standIn = spawn(process.execPath, ['build/server/standin-vneid.js'], {
		cwd: root,
		env: { ...process.env, ...client, ORIGIN: `http://127.0.0.1:${port}`, STANDIN_PORT: String(standInPort) },
		stdio: 'ignore'
	});
	process.once('exit', () => standIn.kill('SIGKILL'));
	const databaseUrl = postgres ? await postgres.addDatabase('signin') : null;
	const more = { ...client, VNEID_ISSUER: issuer };
	const server = await startServer({ contentDir, databaseUrl, port, more });
	const isThere = () =>
		fetch(`${issuer}/.well-known/openid-configuration`).then(
			({ ok }) => ok,
			() => false
		);
	while (!(await isThere())) await pause(50);
	return { server, issuer, standIn };
}

/** Goes to the provider and back, to the page that follows; gives how long our own answers took, in ms. */
async function comeBack(browser: Browser): Promise<number> {
	if (!site) throw new Error('the site with the provider is not running');
	const { server, issuer } = site;
	const began = performance.now();
	const there = await browser.sentOn('/dang-nhap/vneid');
	const away = performance.now();
	const back = await visit({ issuer, site: server.origin }, there, { person: 'lan' });
	const again = performance.now();
	await browser.open(back.pathname + back.search);
	return away - began + (performance.now() - again);
}
