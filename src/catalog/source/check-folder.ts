import { told } from './fault.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';
import type { ContentDraft } from './draft.ts';

/** What `npm run content:check` says of a folder; `name` is how the person calls it. */
export async function checkFolder(folder: string, name: string): Promise<{ lines: string[]; good: boolean }> {
	let draft: ContentDraft;
	try {
		draft = readContent(await readFolder(folder, null));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		return {
			lines: [`Không thấy thư mục ${name}. Ghi đúng tên thư mục, ví dụ: npm run content:check content`],
			good: false
		};
	}
	const root = name.replace(/[/\\]+$/, '');
	const lines = draft.faults.map((fault) => told(fault, root));
	const { length } = draft.faults;
	const files = new Set(draft.faults.map((fault) => fault.file)).size;
	const end =
		length === 0 ? summary(draft) : `\nCó ${length} chỗ cần sửa trong ${files} tệp. Sửa xong, chạy lại lệnh này nhé.`;
	return { lines: [...lines, end], good: length === 0 };
}

function summary({ files }: ContentDraft): string {
	const items = files.flatMap((file) => file.items);
	const count = (kind: string, lang = 'vi') => items.filter((item) => item.kind === kind && item.lang === lang).length;
	return (
		`Tốt lắm, không có chỗ nào cần sửa: ${count('programme')} chương trình, ${count('course')} khóa học, ` +
		`${count('lesson')} bài, ${count('question')} câu hỏi; ${count('lesson', 'en')} bài đã có bản tiếng Anh.`
	);
}
