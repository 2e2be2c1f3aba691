import { describe, expect, it } from 'vitest';
import { grantFor, outermostGrants, visitor, type Actor, type Role } from './actor.ts';

const holding = (...held: [Role, string][]): Actor => ({
	...visitor(),
	grants: held.map(([role, placePath]) => ({ role, placeId: placePath, placePath }))
});
const wanted = ['helper', 'officer', 'administrator'] as const;

describe('under which grant somebody acts', () => {
	it.each([
		[holding(['administrator', '/'], ['helper', '/46/a/']), '/46/a/b/', 'helper /46/a/'],
		[holding(['administrator', '/'], ['helper', '/46/a/']), '/46/c/', 'administrator /'],
		[holding(['officer', '/46/'], ['officer', '/46/a/']), '/46/a/', 'officer /46/a/'],
		[holding(['editor', '/']), '/46/', undefined],
		[holding(['helper', '/46/a/']), '/46/', undefined]
	])('%# the least role on the nearest place', (actor, path, expected) => {
		const grant = grantFor(actor, wanted, path);
		expect(grant && `${grant.role} ${grant.placePath}`).toBe(expected);
	});
});

describe('how far somebody reaches', () => {
	it('is told by grants of which none lies within another', () => {
		const actor = holding(['officer', '/46/a/b/'], ['helper', '/46/a/'], ['officer', '/46/ab/'], ['editor', '/']);
		expect(outermostGrants(actor, wanted).map(({ placePath }) => placePath)).toEqual(['/46/a/', '/46/ab/']);
		expect(outermostGrants(visitor(), wanted)).toEqual([]);
	});
});
