import { questionTypeNames } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { fold } from '../../platform/text.ts';

/** The columns before the entries, by what they hold; named in Vietnamese whoever reads them. */
export const columns = ['id', 'type', 'skill', 'level', 'lesson', 'grade', 'stem'] as const;
export type Column = (typeof columns)[number];

export const columnName = (column: Column) => say('vi', `exchange.column-${column}`);
/** The columns of entry 1, 2…: what it says, and why. */
export const entryName = (number: number) => `${say('vi', 'exchange.column-entry')} ${number}`;
export const whyName = (number: number) => `${say('vi', 'exchange.column-why')} ${number}`;

/** Names of kinds and levels as editors read them. */
export const typeLabel = (type: string) => labelOf(`exchange.type-${type}`, type);
export const levelLabel = (level: string) => labelOf(`exchange.level-${level}`, level);

function labelOf(key: string, name: string): string {
	const label = say('vi', key);
	return label === key ? name : label;
}

const levels = ['easy', 'medium', 'hard'];

/** The kind that is meant by its label or its own name; null where there is none. */
export const typeMeant = (written: string) => meant(written, questionTypeNames(), typeLabel);
export const levelMeant = (written: string) => meant(written, levels, levelLabel);

function meant(written: string, names: readonly string[], label: (name: string) => string): string | null {
	const said = fold(written).trim();
	return names.find((name) => name === said || fold(label(name)) === said) ?? null;
}
