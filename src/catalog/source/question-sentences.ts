/** Faults in questions: what is wrong, and how to mend it. `{…}` is filled in. */
export const questionSentences = {
	'stray-options': [
		'Có ô [ ] hoặc [x] nằm ngoài khối câu hỏi.',
		'Đặt câu hỏi và các câu trả lời giữa :::hoi{…} và :::.'
	],
	'question-no-stem': ['Câu hỏi chưa có lời hỏi.', 'Viết câu hỏi ngay dưới dòng :::hoi.'],
	'no-right-answer': ['Câu hỏi chưa có câu trả lời đúng.', 'Đánh dấu một câu bằng [x].'],
	'two-right-answers': ['Câu hỏi có {count} câu trả lời đúng.', 'Chỉ để [x] ở một câu, các câu khác để [ ].'],
	'one-right-answer': [
		'Câu chọn nhiều ý mà chỉ có một ý đúng.',
		'Đánh dấu [x] ở ít nhất hai ý, hoặc bỏ type="several".'
	],
	'no-wrong-answer': ['Câu hỏi không có ý nào sai.', 'Thêm ít nhất một ý với [ ].'],
	'option-count': ['Câu hỏi có {count} câu trả lời.', 'Cần 2 đến {most} câu, tốt nhất là 3 hoặc 4.'],
	'option-empty': ['Câu trả lời này không có chữ.', 'Viết câu trả lời sau dấu ].'],
	'option-same': ['Câu trả lời này trùng với câu ở dòng {other}.', 'Viết một câu khác.'],
	'option-no-explanation': [
		'Câu trả lời này chưa có lời giải thích.',
		'Thêm một dòng thụt vào hai dấu cách ngay bên dưới, nói vì sao đúng hoặc chưa đúng.'
	],
	'option-broken': ['Dòng này viết chưa đúng dạng của loại câu hỏi.', 'Viết theo mẫu: {example}.'],
	'not-plain': ['Chỗ này chỉ viết được chữ, không viết được bảng, danh sách hay tiêu đề.', 'Viết thành câu.'],
	'option-outside': [
		'Dòng này không thuộc câu trả lời nào.',
		'Thụt vào hai dấu cách nếu là lời giải thích; lời hỏi thì đặt trước các câu trả lời.'
	],
	'only-questions': ['Tệp câu hỏi chỉ được chứa các khối :::hoi.', 'Bỏ phần chữ bên ngoài các khối câu hỏi.'],
	'no-questions': ['Tệp câu hỏi chưa có câu nào.', 'Thêm ít nhất một khối :::hoi.'],
	'question-no-lesson': ['Câu hỏi chưa nói nên đọc lại bài nào.', 'Thêm lesson="mã-bài" vào giữa { }.'],
	'question-unknown-lesson': [
		'Không có bài “{lesson}” trong khóa học “{course}”.',
		'Ghi đúng mục id của bài nên đọc lại.'
	],
	'lesson-no-questions': ['Bài chưa có câu hỏi thử hiểu bài nào.', 'Thêm ít nhất một khối :::hoi trong bài.'],
	'bank-too-small': [
		'Bài kiểm tra hỏi {asked} câu nhưng mới có {count} câu trong kho.',
		'Viết thêm để có ít nhất {needed} câu trong thư mục questions.'
	],
	'lesson-no-course': ['Bài nằm trong thư mục không có tệp course.md.', 'Thêm tệp course.md vào thư mục {folder}.'],

	// what only some kinds of questions have
	'no-answer': ['Câu hỏi chưa có đáp án.', 'Thêm một dòng theo mẫu: {example}.'],
	'answer-count': ['Câu hỏi có {count} dòng đáp án.', 'Chỉ cần {most}, bỏ bớt các dòng khác.'],
	'answer-unexplained': [
		'Câu hỏi chưa có lời giải thích.',
		'Thêm một dòng thụt vào hai dấu cách ngay dưới đáp án, nói vì sao.'
	],
	'number-broken': ['Không đọc được số trong “{text}”.', 'Viết như: {example}.'],
	'number-ambiguous': [
		'Số “{text}” đọc được theo hai cách.',
		'Số nguyên thì viết liền, ví dụ 1125; số lẻ thì thêm số 0 ở cuối, ví dụ 1,1250.'
	],
	'pair-count': ['Câu ghép đôi có {count} cặp.', 'Viết 2 đến 8 cặp, vế phải có ít nhất hai ý khác nhau.'],
	'step-count': ['Câu xếp thứ tự có {count} bước.', 'Viết 3 đến 8 bước theo đúng thứ tự.'],
	'step-number': ['Bước này mang số {found}, đúng ra là {number}.', 'Đánh số lại 1, 2, 3… theo thứ tự đúng.'],
	'gap-count': ['Câu điền chỗ trống có {count} chỗ trống.', 'Viết 1 đến 8 chỗ trống dạng [[đáp án]] trong lời hỏi.'],
	'gap-empty': [
		'Có chỗ trống chưa có đáp án.',
		'Viết đáp án vào giữa [[ và ]]; nhiều đáp án thì cách nhau bằng dấu |.'
	],
	'gap-right-word': ['“{text}” là đáp án đúng nhưng lại đánh dấu [ ].', 'Đổi thành [x], hoặc viết một từ sai khác.'],
	'gap-unknown': [
		'“{text}” không phải đáp án của chỗ trống nào.',
		'Viết đúng một đáp án trong [[ ]], hoặc đổi thành [ ].'
	],
	'no-exhibit': [
		'Câu hỏi chưa có tranh hay tin nhắn để xem.',
		'Thêm một ảnh ![lời tả](tranh.svg), hoặc tin nhắn với mỗi dòng bắt đầu bằng >.'
	],
	'area-broken': [
		'Chỗ trên tranh viết chưa đúng.',
		'Viết (trái, trên, rộng, cao) bằng phần trăm của tranh, ví dụ (10, 20, 50, 15), không ra ngoài tranh.'
	],
	'mark-count': [
		'Tin nhắn có {marks} chỗ đánh dấu nhưng bên dưới có {count} dòng.',
		'Mỗi chỗ [[…]] trong tin nhắn cần đúng một dòng bên dưới, theo thứ tự.'
	],
	'no-step': ['Lựa chọn này không nằm trong bước nào.', 'Viết một dòng “== mã-bước: chuyện xảy ra” phía trên.'],
	'stage-broken': ['Dòng mở bước viết chưa đúng.', 'Viết như: == goi-den: Điện thoại đổ chuông.'],
	'stage-same': ['Mã bước “{id}” đã dùng.', 'Đặt cho bước này một mã khác.'],
	'stage-choices': [
		'Bước “{id}” có {count} lựa chọn, {right} lựa chọn đúng.',
		'Mỗi bước cần 2 đến 4 lựa chọn, đúng một lựa chọn là [x].'
	],
	'stage-unknown': [
		'Không có bước “{id}” ở phía sau.',
		'Sau dấu -> ghi mã của một bước nằm bên dưới, hoặc bỏ đi để kết thúc.'
	],
	'stage-unreached': [
		'Không có lựa chọn nào dẫn tới bước “{id}”.',
		'Thêm -> {id} vào một lựa chọn ở trên, hoặc bỏ bước này.'
	],
	'stage-count': ['Tình huống có {count} bước.', 'Viết 1 đến 8 bước, mỗi bước mở bằng một dòng ==.'],
	'claim-count': [
		'Câu đúng–sai có {count} dòng nói đúng hay sai.',
		'Viết đúng một dòng: “- [đúng] vì sao” hoặc “- [sai] vì sao”.'
	]
} as const satisfies Record<string, readonly [string, string]>;
