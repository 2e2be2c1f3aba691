import { questionSentences } from './question-sentences.ts';

/** Every fault: what is wrong, and how to mend it. `{…}` is filled in. */
export const sentences = {
	// the file
	'not-utf8': ['Tệp không ở dạng UTF-8 nên chữ có dấu không đọc được.', 'Lưu lại tệp với bảng mã UTF-8.'],
	'stray-file': ['Tệp nằm ở chỗ không dùng đến.', 'Chuyển vào đúng thư mục (xem content/README.md) hoặc bỏ đi.'],
	'missing-file': ['Chưa có tệp {name}.', 'Thêm tệp này theo mẫu trong content/README.md.'],
	'broken-data': ['Dữ liệu chưa đúng ở chỗ “{where}”: {detail}.', 'Sửa lại theo bản gốc của tệp.'],

	// front matter
	'no-front-matter': [
		'Tệp chưa có phần khai báo ở đầu.',
		'Bắt đầu tệp bằng một dòng ---, các mục khai báo, rồi một dòng --- nữa.'
	],
	'open-front-matter': ['Phần khai báo ở đầu tệp chưa khép lại.', 'Thêm một dòng --- ngay trước phần bài viết.'],
	yaml: [
		'Phần khai báo viết chưa đúng: {detail}.',
		'Xem lại dấu hai chấm, dấu ngoặc và khoảng trắng đầu dòng; chữ có dấu hai chấm thì đặt trong ngoặc kép.'
	],
	'field-missing': ['Phần khai báo thiếu mục “{field}”.', 'Thêm một dòng “{field}: …” ({hint}).'],
	'field-unknown': [
		'Không có mục khai báo nào tên “{field}”.',
		'Bỏ dòng này hoặc sửa tên. Các mục dùng được: {known}.'
	],
	'field-wrong': ['Mục “{field}” chưa đúng.', 'Cần: {hint}.'],
	'unknown-group': ['Không có nhóm “{group}” trong khung kỹ năng.', 'Chọn một trong: {known}.'],
	'unknown-course': ['Không có khóa học “{id}”.', 'Sửa lại cho đúng mục id trong tệp course.md của khóa.'],
	'unknown-test': ['Không có bài đánh giá “{id}”.', 'Sửa lại cho đúng mục id của một tệp trong content/tests.'],
	'unknown-level': ['Bài đánh giá “{id}” không có mức thứ {level}.', 'Bài ấy có {levels} mức; mức thấp nhất là 1.'],
	'need-not-one': [
		'Mỗi điều cần có phải ghi một khóa học hoặc một bài đánh giá.',
		'Ghi “course: …” hoặc “test: …”, một trong hai.'
	],
	'unknown-skill': [
		'Không có kỹ năng “{skill}” trong khung.',
		'Chọn mã có trong content/framework.json, ví dụ p4.2 hoặc nguoi-dan/p7.5.'
	],
	'skill-differs': [
		'Mã kỹ năng “{skill}” không có cùng nghĩa ở mọi nhóm của khóa học.',
		'Ghi cả nhóm, ví dụ nguoi-dan/{skill}.'
	],
	'duplicate-id': ['Mã “{id}” đã dùng ở {other}.', 'Đặt một mã khác, chưa dùng ở đâu.'],
	'wrong-purpose': [
		'Tệp trong thư mục {folder} phải có “purpose: {purpose}”.',
		'Sửa mục purpose hoặc chuyển tệp sang đúng thư mục.'
	],
	'exam-not-public': [
		'Câu hỏi thi nằm trong kho mã nguồn mở thì ai cũng đọc được.',
		'Ghi “public: true”, hoặc giữ tệp ở thư mục riêng ngoài kho (EXAM_BANK_DIR).'
	],

	// the body
	h1: ['Trong bài có tiêu đề cấp một (#).', 'Tên bài đã có trong mục title; tiêu đề trong bài bắt đầu từ ##.'],
	'heading-skips': ['Tiêu đề nhảy từ cấp {from} xuống cấp {to}.', 'Dùng {mend}, không bỏ cách cấp.'],
	'empty-heading': ['Tiêu đề này không có chữ.', 'Viết tiêu đề sau dấu #, hoặc bỏ dòng này.'],
	'duplicate-anchor': ['Tiêu đề có mã “{id}” đã dùng trong trang.', 'Đặt mã khác trong {# }.'],
	'bad-id': ['Mã “{id}” viết chưa đúng.', 'Chỉ dùng chữ thường a–z không dấu, số và gạch nối.'],
	'raw-html': ['Có mã HTML “{html}” trong bài.', 'Bỏ đi và viết bằng Markdown như trong content/README.md.'],
	'no-alt': ['Ảnh chưa có lời mô tả.', 'Viết điều nhìn thấy vào giữa [ ].'],
	'long-sentence': ['Câu dài {words} chữ: “{start}…”.', 'Tách thành các câu không quá {most} chữ.'],
	'too-deep': ['Danh sách hoặc lời trích lồng nhau quá nhiều tầng.', 'Viết lại, lồng nhau nhiều nhất vài tầng.'],
	'empty-body': ['Bài chưa có nội dung.', 'Viết bài bên dưới phần khai báo.'],
	'empty-link': ['Đường dẫn này không có chữ để bấm.', 'Viết nơi sẽ tới vào giữa [ ].'],
	'dead-link': ['Đường dẫn “{href}” không tới đâu cả.', '{hint}.'],
	'unsafe-link': [
		'Đường dẫn “{href}” thuộc loại không được dùng.',
		'Chỉ dùng https://, http://, tel:, sms:, mailto:, bai:, tu-dien:, khoa-hoc: hoặc tên tệp.'
	],
	'missing-media': ['Không thấy tệp “{path}”.', 'Đặt tệp vào content/media và ghi đường dẫn tính từ tệp bài viết này.'],
	'media-kind': ['Tệp “{path}” không dùng được ở đây.', 'Cần: {hint}.'],
	'unsafe-svg': [
		'Tranh SVG “{path}” có mã chạy hoặc gọi ra bên ngoài ({what}).',
		'Lưu lại tranh ở dạng SVG thuần, chỉ có hình và chữ.'
	],

	// directives
	'unknown-directive': ['Không có khối nào tên “{name}”.', 'Dùng một trong: {known}.'],
	'broken-directive': [
		'Dòng mở khối viết chưa đúng ở chỗ “{rest}”.',
		'Viết như mẫu, ví dụ :::meo[Mẹo nhỏ] hoặc :::hoi{#ma-cau skill="p4.2" level="easy"}.'
	],
	'unclosed-directive': ['Khối :::{name} chưa khép lại.', 'Thêm một dòng ::: ở cuối khối.'],
	'stray-close': ['Dòng ::: này không khép khối nào.', 'Bỏ dòng này, hoặc thêm dòng mở khối phía trên.'],
	'indented-directive': ['Dòng ::: bị thụt vào nên không thành khối.', 'Viết ::: sát lề trái.'],
	'misplaced-directive': ['Khối “{name}” không đặt được ở đây.', 'Đưa khối này ra ngoài, đứng riêng trong bài.'],
	'attribute-unknown': ['Khối “{name}” không có mục “{attribute}”.', 'Bỏ đi. Các mục dùng được: {known}.'],
	'attribute-missing': ['Khối “{name}” thiếu mục {attribute}.', 'Thêm vào giữa { }: {hint}.'],
	'empty-directive': ['Khối “{name}” chưa có nội dung.', 'Viết nội dung trước dòng ::: khép khối.'],
	'steps-not-list': [
		'Khối các bước phải chứa đúng một danh sách đánh số.',
		'Viết mỗi bước một dòng: 1. **Việc cần làm.** Lời giải thích.'
	],
	'step-not-bold': ['Bước này chưa bắt đầu bằng việc cần làm in đậm.', 'Viết: 1. **Việc cần làm.** Lời giải thích.'],

	...questionSentences,
	'test-shares': ['Các phần của bài thi cộng lại được {total} %.', 'Sửa các mục percent cho đủ 100.'],
	'test-levels-order': ['Các mức đạt không xếp từ thấp lên cao.', 'Xếp lại theo percent tăng dần, không trùng nhau.'],
	'test-no-levels': ['Bài thi cuối chưa có mức đạt.', 'Thêm mục levels, ít nhất một mức.'],
	'test-bank-too-small': [
		'Phần này cần {needed} câu nhưng kho mới có {count} câu.',
		'Viết thêm câu hỏi về các kỹ năng này, hoặc giảm percent.'
	],

	// translations
	'no-original': [
		'Bản dịch này không có bản tiếng Việt bên cạnh.',
		'Đặt tên tệp giống bản tiếng Việt, thêm .en trước .md.'
	],
	'translation-id': [
		'Bản dịch có id “{id}” nhưng bản tiếng Việt là “{original}”.',
		'Ghi lại đúng id của bản tiếng Việt.'
	],
	'translation-missing': ['Bản dịch thiếu câu hỏi hoặc mục “{id}”.', 'Dịch thêm phần này, giữ nguyên mã.'],
	'translation-extra': [
		'Bản dịch có câu hỏi hoặc mục “{id}” mà bản tiếng Việt không có.',
		'Bỏ đi, hoặc sửa mã cho giống bản tiếng Việt.'
	],
	'translation-options': [
		'Câu “{id}” có các câu trả lời không khớp bản tiếng Việt.',
		'Giữ đúng số câu, đúng thứ tự và đúng câu được đánh dấu [x].'
	],
	'translation-outcomes': [
		'Bản dịch có {count} mục trong outcomes, bản tiếng Việt có {original}.',
		'Dịch đủ từng mục, đúng thứ tự.'
	],

	// glossary
	'term-no-id': ['Từ “{term}” chưa có mã.', 'Viết: ## {term} {#ma-cua-tu}.'],
	'term-no-meaning': ['Từ “{term}” chưa có lời giải nghĩa.', 'Viết một đoạn ngắn ngay bên dưới.']
} as const satisfies Record<string, readonly [string, string]>;

export type FaultCode = keyof typeof sentences;
