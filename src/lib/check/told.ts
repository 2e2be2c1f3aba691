import { formatDay } from '../format.ts';
import type { IconName } from '../ui/icons.ts';
import type { Judgement } from './judge.ts';
import { outcomeOf, type Found, type Outcome } from './outcome.ts';
import { titleOf, type Signed } from './signed.ts';

/** What the page shows of a code: all words are keys of `check.json`. */
export interface Told {
	outcome: Outcome;
	tone: 'good' | 'warn' | 'bad';
	icon: IconName;
	/** Names and values: the first is a key, the second what stands there, or a key behind a `#`. */
	facts: [name: string, value: string][];
	/** The day of the list, told where nobody could be asked; the register was asked where it is null. */
	listDay: string | null;
	asked: boolean;
	/** What the text says is told, full name and all. */
	read: boolean;
	/** When it ended, in the words of the page. */
	day: string;
	notes: string[];
	/** The code to go on with: the record that took its place, or the one that the text is of. */
	next: string | null;
}

type Sign = Pick<Told, 'tone' | 'icon'>;
const good: Sign = { tone: 'good', icon: 'shield' };
const wait: Sign = { tone: 'warn', icon: 'clock' };
const again: Sign = { tone: 'warn', icon: 'refresh' };
const no: Sign = { tone: 'bad', icon: 'scam' };

const signs: Record<Outcome, Sign> = {
	genuine: good,
	practice: { tone: 'warn', icon: 'shield' },
	withdrawn: { tone: 'bad', icon: 'cross' },
	replaced: { tone: 'warn', icon: 'paper' },
	reissued: { tone: 'warn', icon: 'paper' },
	altered: no,
	forged: no,
	unmatched: no,
	foreign: no,
	'late-key': no,
	'stolen-key': no,
	unregistered: no,
	'other-code': { tone: 'bad', icon: 'alert' },
	truncated: again,
	unreadable: again,
	newer: again,
	two: { tone: 'warn', icon: 'paper' },
	'keys-old': wait,
	'nothing-kept': wait,
	'code-only': wait
};

/** Outcomes in which what the text says may be read out: its signature is the site's own. */
const believed: readonly Outcome[] = ['genuine', 'practice', 'withdrawn', 'replaced', 'reissued'];

/** Everything the page says of a judged text. */
export function told(judgement: Judgement, found: Found): Told {
	const outcome = outcomeOf(judgement, found);
	const { said } = judgement;
	const read = said && believed.includes(outcome) ? said : null;
	return {
		...toldOf(outcome),
		facts: [...(read ? factsOf(read) : registerFacts(outcome, found)), ...endFacts(found)],
		asked: found !== null,
		day: dayOf(found?.withdrawnAt ?? said?.issuedAt),
		next: nextAfter(outcome, said, found),
		...(read && { read: true, notes: notesOn(judgement, found), listDay: found ? null : dayOf(judgement.asOf) })
	};
}

/** The record that took its place, or the one that the text is of. */
function nextAfter(outcome: Outcome, said: Signed | null, found: Found): string | null {
	if (outcome === 'other-code') return said?.code ?? null;
	return outcome === 'replaced' || outcome === 'reissued' ? (found?.replacedBy ?? null) : null;
}

const dayOf = (at: string | Date | null | undefined) => (at ? formatDay(new Date(at).toISOString()) : '');

/** With the register's own word only the clock is worth a note. */
function notesOn({ finding, notes }: Judgement, found: Found): string[] {
	if (found) return notes.filter((note) => note === 'clock');
	return finding === 'withdrawn' ? ['why', ...notes] : notes;
}

/** The bare outcome, as of a code alone or two at once: there is nothing else to say. */
export function toldOf(outcome: Outcome): Told {
	return {
		outcome,
		...signs[outcome],
		facts: [],
		listDay: null,
		asked: false,
		read: false,
		day: '',
		notes: [],
		next: null
	};
}

function factsOf(said: Signed): [string, string][] {
	return [
		['learner', said.name],
		['name', said.nameFrom === 'identity' ? '#name-checked' : '#name-own'],
		[`what-${said.type}`, titleOf(said) ?? ''],
		...(said.how ? [['how', waysIn(said.how)] as [string, string]] : []),
		['score', `${said.score}/${said.total}`],
		['completed', formatDay(said.completedAt)],
		['issued', formatDay(said.issuedAt)],
		['code', said.code],
		...(said.replaces ? [['replaces', said.replaces] as [string, string]] : []),
		['key', said.kid],
		...(said.origin ? [['issuer', said.origin.replace(/^https?:\/\//, '')] as [string, string]] : [])
	];
}

function waysIn({ helped, supervised, identityChecked }: NonNullable<Signed['how']>): string {
	if (identityChecked) return helped ? '#how-helped-identity-checked' : '#how-identity-checked';
	if (supervised) return helped ? '#how-helped-supervised' : '#how-supervised';
	return helped ? '#how-helped' : '#how-alone';
}

/** Of a code whose text is not to be believed: what the register has under it. */
function registerFacts(outcome: Outcome, found: Found): [string, string][] {
	if (outcome !== 'altered' || !found?.maskedName) return [];
	return [
		['register-learner', found.maskedName],
		['register-course', found.courseTitle ?? ''],
		['issued', formatDay(found.issuedAt ?? '')],
		['code', found.code ?? '']
	];
}

function endFacts(found: Found): [string, string][] {
	if (!found?.withdrawnAt) return [];
	const reason = found.reason ? [['reason', found.reason] as [string, string]] : [];
	return [['ended', formatDay(found.withdrawnAt)], ...reason];
}
