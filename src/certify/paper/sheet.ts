import type { Lang } from '../../platform/messages/index.ts';
import type { RecordView } from '../schemas.ts';
import type { RecordKind } from '../tables.ts';

/** What is printed on a record: plain data, so that it can be handed to a worker. */
export interface Sheet {
	lang: Lang;
	code: string;
	name: string;
	/** As signed. */
	courseTitle: string;
	/** The title in the language of the sheet, where that is another. */
	courseSubtitle: string | null;
	courseVersion: number;
	skills: readonly string[];
	score: number;
	total: number;
	/** Days as they are printed. */
	completedOn: string;
	issuedOn: string;
	/** Where it can be checked by its code. */
	verifyUrl: string;
	/** Where the QR code leads: the same, with the signed text behind the `#` where it fits. */
	codeUrl: string;
	/** The page where a code can be typed, short, as people type it. */
	verifyPage: string;
	keyId: string;
	/** The instant of issue, ISO: the same record gives the same bytes. */
	issuedAt: string;
	kind: RecordKind;
	how: readonly RecordView['how'][number][];
	/** The name is that of a checked identity. */
	nameChecked: boolean;
	mark: 'withdrawn' | 'replaced' | 'simulated' | null;
	/** When the file is signed with the issuer's certificate (ISO), and the bytes that takes; null where it is not, which it then says. */
	seal: { at: string; room: number } | null;
}

/** Thrown where the letters of a text can't be drawn. */
export class NotPrintable extends Error {}
