import type { FastifyRequest } from 'fastify';
import { extname } from 'node:path';
import { refuseOthers } from '../../assess/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { filesOf } from '../../platform/files/store-files.ts';
import type { House } from '../../platform/house.ts';
import type { Lang } from '../../platform/messages/index.ts';
import { writeSheet } from '../sheet/write-sheet.ts';
import { doInThread } from './in-thread.ts';
import type { Done } from './job.ts';
import { fileOfOtherKind, fileTooLarge, noFileSent, noFolder, nothingToTake, uploadGone } from './refusals.ts';
import type { ExportQuery, ExportView, ImportQuery, ImportView } from './schemas.ts';

/** What this desk needs of the house. */
export type ExchangeHouse = House & { readonly catalog: Catalog };

const foldersOf = ({ config: { contentDir, examBankDir } }: House) => ({ contentDir, examBankDir });

/** The bank in a format, and what the format can't hold; keys are in it, so it is for those who may see them. */
export async function exportBank(house: House, actor: Actor, asked: { query: ExportQuery; lang: Lang }) {
	refuseOthers(actor);
	const done = await doInThread({ does: 'export', ...foldersOf(house), ...asked });
	return done as Done & { does: 'export' }; // an answer is of the kind of its job
}

/** What a file of these questions would hold and lack, and which courses there are to choose from. */
export async function readExport(
	house: ExchangeHouse,
	actor: Actor,
	asked: { query: ExportQuery; lang: Lang }
): Promise<ExportView> {
	const { view } = await exportBank(house, actor, asked);
	const { catalog } = house;
	const courses = catalog.courseIds().map((id) => ({ id, title: catalog.course(id, asked.lang)?.title ?? id }));
	return { ...view, courses };
}

/** The empty workbook with its instructions. */
export function exportTemplate(actor: Actor, lang: Lang): Promise<Uint8Array> {
	refuseOthers(actor);
	return writeSheet([], lang);
}

const taken = /^\.(gift|txt|zip|xml|xlsx|csv)$/;

/** Keeps a file that was sent for an hour, under the hash of its bytes: what would come of it is reckoned whenever somebody looks. */
export async function keepUpload(house: House, actor: Actor, request: FastifyRequest): Promise<string> {
	refuseOthers(actor);
	if (!request.isMultipart()) throw noFileSent();
	const part = await request.file().catch(() => undefined);
	if (!part) throw noFileSent();
	const bytes = await part.toBuffer().catch((error: { code?: string }) => {
		throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? fileTooLarge() : noFileSent();
	});
	if (bytes.length === 0) throw noFileSent();
	const ending = extname(part.filename).toLowerCase();
	if (!taken.test(ending)) throw fileOfOtherKind();
	return `${await filesOf(house).put(bytes)}${ending}`;
}

interface AskedImport {
	readonly id: string;
	readonly query: ImportQuery;
	readonly lang: Lang;
}

/** What would come of an uploaded file, line by line. */
export async function previewImport(house: House, actor: Actor, asked: AskedImport): Promise<ImportView> {
	return (await imported(house, actor, asked)).view;
}

/** The Markdown (and pictures) that would come, as an archive laid out as the content folder is. */
export async function takeImport(house: House, actor: Actor, asked: AskedImport): Promise<Uint8Array> {
	const { bytes } = await imported(house, actor, asked);
	if (!bytes) throw nothingToTake();
	return bytes;
}

async function imported(house: House, actor: Actor, { id, query, lang }: AskedImport) {
	refuseOthers(actor);
	const [hash = '', ending = ''] = id.split('.');
	const bytes = await filesOf(house).get(hash);
	if (!bytes) throw uploadGone();
	const file = `cau-hoi.${ending}`;
	const done = await doInThread({ does: 'import', ...foldersOf(house), lang, query, file, bytes });
	const { view, bytes: made } = done as Done & { does: 'import' }; // an answer is of the kind of its job
	if (!view) throw noFolder();
	return { view, bytes: made };
}
