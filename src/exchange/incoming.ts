import type { CarriedQuestion, WrittenLines } from '../catalog/index.ts';
import type { Remark } from './remark.ts';

/** What a file says about a question beside its words; all of it may be missing, and none of it is trusted. */
export interface About {
	readonly id?: string;
	readonly course?: string;
	readonly purpose?: string;
	readonly skill?: string;
	readonly level?: string;
	readonly lesson?: string;
	readonly grade?: string;
}

/** A question as it came out of a file, before it became one of ours. */
export interface Incoming {
	/** The file it stands in (inside a package: there) and the line. */
	readonly file: string;
	readonly line: number;
	readonly about: About;
	/** In a shape that formats know, or in a kind's own lines. */
	readonly body: CarriedQuestion | { readonly type: string; readonly written: WrittenLines };
	/** The line of each entry, where the file has one. */
	readonly lines?: readonly number[];
}

/** A picture that came along, and what questions call it in their Markdown. */
export interface IncomingMedia {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What a reader made of a file. */
export interface ReadFile {
	readonly questions: readonly Incoming[];
	readonly remarks: readonly Remark[];
	readonly media: readonly IncomingMedia[];
}
