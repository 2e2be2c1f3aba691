import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../platform/messages/catalogues.ts';
import { auditActions } from './actions.ts';
import { tell } from './sentences.ts';

const root = join(import.meta.dirname, '..');

/** Every code that a source file hands to the chain. */
function actionsInSources(): string[] {
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /^[^.]+\.ts$/.test(name));
	return files
		.map((name) => readFileSync(join(root, name), 'utf8'))
		.filter((source) => /\brecord(Act|InPlaces)\(/.test(source))
		.flatMap((source) => [...source.matchAll(/'((?:[a-z]+)\.[a-z-]+)'/g)].map(([, code]) => code ?? ''))
		.filter((code) => !code.startsWith('places.no-such'));
}

describe('the acts', () => {
	it('that rooms record are all among those one can choose', () => {
		const recorded = [...new Set(actionsInSources())];
		expect(recorded.length).toBeGreaterThan(10);
		expect([...auditActions].filter((code) => !recorded.includes(code))).toEqual([]);
		expect(recorded.filter((code) => !isKnown(code))).toEqual([]);
	});

	it('have a sentence in both languages', () => {
		for (const code of auditActions)
			for (const lang of ['vi', 'en'] as const) expect(catalogues[lang][`audit.${code}`], code).toBeTruthy();
	});

	it('of a later release are told by their code', () => {
		expect(tell('en', 'future.thing-done', '{}')).toEqual({ title: 'Something else (future.thing-done)', more: null });
	});

	it('say what more is known of them', () => {
		expect(tell('vi', 'identity.grant-given', '{"role":"helper"}')).toEqual({
			title: 'Giao vai trò',
			more: 'Vai trò: người hướng dẫn'
		});
		const search = '{"further":false,"results":0,"searched":true}';
		expect(tell('en', 'identity.accounts-searched', search).more).toBe('Searched by words: nobody found');
	});
});

/** Facts and faults of the same files have sentences or names of their own; an act is known by its list. */
function isKnown(code: string): boolean {
	const others = new Set([
		...['certify.withdrawn', 'certify.reason-too-short', 'certify.reason-too-long'],
		...['certify.reconcile', 'identity.joined', 'assess.voided'],
		...['places.closed', 'places.merged', 'assign.joined', 'assign.left', 'assign.class-ended', 'assign.position-known']
	]);
	const known: readonly string[] = auditActions;
	return known.includes(code) || others.has(code) || code in catalogues.vi;
}
