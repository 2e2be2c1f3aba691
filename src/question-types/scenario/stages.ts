import type { WrittenBody } from '../../catalog/index.ts';

type Entry = WrittenBody['entries'][number];

/** A step of a scenario as it was written. */
export interface Stage {
	readonly id: string;
	readonly line: number;
	/** What happens. */
	readonly says: string;
	/** A message that is read there, line by line. */
	readonly message: readonly string[];
	readonly choices: readonly Choice[];
}

interface Choice {
	readonly line: number;
	readonly right: boolean;
	readonly says: string;
	/** The id of the step it leads to; null where it ends. */
	readonly to: string | null;
	readonly explanationTokens: Entry['explanationTokens'];
}

/** Puts entries together to steps with their choices; those before the first step are told as `stray`. */
export function stagesIn(entries: readonly Entry[]): { stages: Stage[]; stray: Entry[] } {
	const stages: (Stage & { choices: Choice[] })[] = [];
	const stray: Entry[] = [];
	for (const entry of entries) {
		const stage = stages.at(-1);
		if (entry.sign === '==') stages.push({ ...stageFrom(entry), choices: [] });
		else if (stage) stage.choices.push(choiceFrom(entry));
		else stray.push(entry);
	}
	return { stages, stray };
}

function stageFrom({ line, text, explanation }: Entry): Omit<Stage, 'choices'> {
	const [, id = '', says = ''] = /^([a-z0-9-]{1,30}):\s*(.*)$/.exec(text) ?? [];
	return { id, line, says, message: explanation.split('\n').filter((each) => each.trim() !== '') };
}

function choiceFrom({ line, sign, text, explanationTokens }: Entry): Choice {
	const [, says = text, to = null] = /^(.*?)\s*->\s*([a-z0-9-]*)$/.exec(text) ?? [];
	return { line, right: /x/i.test(sign), says, to, explanationTokens };
}
