/** Words of the large content: everyday Vietnamese with its homographs under folding (đàn/dân/dán, mã/má/mạ), and some English. */
const list = (...lines: string[]) => lines.flatMap((line) => line.split(' | '));

const vietnamese = {
	people: list(
		'bác Sáu | chị Thu | cô giáo | anh công nhân | bà nội | ông ngoại | chú xe ôm | cô văn thư | em học sinh | bác nông dân',
		'chị bán rau | anh thợ hàn | cô y tá | thầy hiệu trưởng | bác tổ trưởng | chị kế toán | anh bộ đội | cụ Mười | dì Út | cậu Năm',
		'người thợ may | cô chủ quán phở | anh lái đò | bà đỡ | chị cán bộ phụ nữ | anh đoàn viên | thím Bảy | người nuôi ong | cô hướng dẫn | bạn hàng xóm'
	),
	deeds: list(
		'mở ứng dụng | chụp ảnh hóa đơn | gửi tin nhắn thoại | đọc kỹ đường dẫn | quét mã vuông | đổi mật khẩu | khóa màn hình | sao lưu danh bạ',
		'nộp hồ sơ trực tuyến | tra cứu bảo hiểm | đặt lịch khám bệnh | xem dự báo mưa bão | đóng tiền điện | mua vé tàu | bán nông sản | so giá phân bón',
		'ghi chép chi tiêu | lập nhóm họ hàng | gọi hình cho con | nghe đài phát thanh | tìm đường về quê | dịch biển hiệu | hỏi trợ lý ảo | kiểm tra tin đồn',
		'chặn số quấy rối | báo cuộc gọi rác | xóa tệp thừa | cắm sạc đúng cách | chỉnh cỡ chữ | bật đèn pin | tải biểu mẫu | ký giấy điện tử',
		'học đàn bầu | dán nhãn sản phẩm | đan giỏ tre | ươm mạ non | ghi âm dân ca | quay phim lễ hội | vẽ sơ đồ vườn | chấm công cho thợ',
		'đăng ký khai sinh | xin cấp lại thẻ | theo dõi bưu kiện | trả góp tủ lạnh | nhận lương hưu | thuê máy cày | gửi tiết kiệm | viết thư điện tử',
		'trình chiếu bài giảng | soạn đơn kiến nghị | họp qua mạng | chia sẻ bảng tính | giữ kín mã xác thực | nhận diện giọng giả | rút tiền không thẻ | phân loại rác'
	),
	things: list(
		'điện thoại | máy tính bảng | mật khẩu | mã xác thực | tài khoản | ví điện tử | căn cước | hóa đơn | danh bạ | thư rác | bản đồ | loa phát thanh',
		'camera | cục sạc | màn hình | bàn phím | phần mềm | trình duyệt | mạng xã hội | tệp đính kèm | chữ ký số | thẻ nhớ | tai nghe | máy in',
		'sổ đỏ | đơn thuốc | lúa giống | cà phê | thanh long | vải thiều | tôm sú | cá tra | mật ong | nón lá | gốm sứ | thổ cẩm | đàn gà | đàn tranh',
		'học bạ | bằng lái | giấy phép | hộ khẩu | sổ tay | bưu phẩm | biên lai | tiền mặt | học phí | viện phí | bảo hiểm | lương hưu | mã vạch | mâm cỗ',
		'rau muống | chôm chôm | mắm nêm | bánh chưng | chiếu cói | lụa tơ tằm | trâu nghé | vịt chạy đồng | lưới vó | cào cào | gàu sòng | cối xay',
		'kính lúp | ống nghe | khẩu trang | nhiệt kế | băng gạc | thước kẻ | phấn trắng | sân khấu | trống cơm | sáo trúc | cờ tướng | pháo hoa',
		'dây chuyền | xe đạp | thuyền thúng | máy bơm | quạt điện | nồi cơm | đèn dầu | giếng khoan | ruộng bậc thang | chuồng trại | hàng rào | mái ngói'
	),
	places: list(
		'ở chợ huyện | tại nhà văn hóa | trên ủy ban xã | trong lớp học đêm | ngoài đồng | ở bến phà | tại bưu điện | trong xưởng may | ở trạm y tế | giữa phố cổ',
		'bên bờ kênh | trên nương | ở cảng cá | trong hợp tác xã | tại thư viện | ở sân đình | dưới gốc đa | trên xe khách | ở cửa khẩu | trong ký túc xá',
		'tại quầy giao dịch | ở đảo xa | trong bản | ngoài vỉa hè | tại khu trọ | ở trường nghề | trong kho lạnh | bên bếp lửa | ở vùng lũ | tại gia đình'
	),
	times: list(
		'Sáng nay | Chiều qua | Tối thứ bảy | Mỗi tuần | Đầu tháng | Trước Tết | Sau vụ gặt | Giờ nghỉ trưa | Hôm họp tổ | Mùa nước nổi | Lúc rảnh | Cuối năm'
	),
	ways: list(
		'thật chậm rãi | rất cẩn thận | từng bước một | không vội vàng | cho chắc chắn | thật gọn gàng | mà không tốn tiền | khi có sóng khỏe | với người nhà bên cạnh',
		'bằng ngón tay cái | theo lời hướng dẫn | ngay trên máy cũ | mỗi ngày mươi phút | đúng như đã hẹn | giống như thói quen | mà vẫn yên tâm'
	),
	reasons: list(
		'nhỡ tay thì vẫn sửa được | kẻ gian hay lợi dụng lúc bối rối | thông tin riêng rất quý | máy nào cũng có lúc hỏng | người thật luôn gặp được trực tiếp',
		'chậm một chút vẫn hơn | lần sau sẽ quen tay | nhà mình cùng biết thì đỡ lo | giấy tờ thật không cần giấu | đường truyền ở quê còn chập chờn',
		'ai cũng từng bỡ ngỡ | mỗi nơi một cách làm | số tiền nhỏ gom lại thành lớn | trẻ nhỏ học rất nhanh | sức khỏe là trên hết'
	),
	advice: list(
		'Cứ bình tĩnh thử lại | Đừng ngại hỏi | Nên ghi ra giấy | Hãy kể với người thân | Nhớ lưu lại | Không cần vội | Tắt máy là xong | Xem lại tên người nhận'
	),
	praise: list('Đúng rồi | Tốt lắm | Chính xác | Phải rồi'),
	mild: list('Chưa đúng | Chưa hẳn | Gần đúng thôi | Nên nghĩ lại')
};

const english = {
	people: list(
		'a neighbour | the teacher | a farmer | the shopkeeper | a nurse | the driver | grandmother | a young clerk | the potter | a fisherman'
	),
	deeds: list(
		'open the app | photograph a receipt | send a voice message | read the link slowly | scan a code | change the password | lock the screen | back up contacts',
		'apply for a permit online | look up insurance | book a doctor | check the storm forecast | pay the electricity bill | buy a train ticket | sell honey | compare prices'
	),
	things: list(
		'phone | tablet | password | code | account | wallet | identity card | receipt | map | printer | headset | invoice | harvest | coffee | bicycle | certificate'
	),
	places: list(
		'at the market | in the library | at the ferry | in the village hall | at the post office | on the farm | at the clinic | in the workshop'
	),
	times: list('This morning | Yesterday | Every week | Before Tet | After the harvest | At lunch | On Saturday'),
	ways: list('very slowly | with care | step by step | without hurry | on an old phone | with the family nearby'),
	reasons: list(
		'a slip can be mended | scammers like confusion | private details are precious | every machine breaks one day | real people can be met'
	),
	advice: list('Try again calmly | Do ask | Write it down | Tell somebody close | Save it | Hang up'),
	praise: list("That's right | Well done | Exactly"),
	mild: list('Not quite | Think again | Nearly')
};

type Words = typeof vietnamese;

export type Language = 'vi' | 'en';

/** Numbers from 0 to 1 that the seed alone decides. */
export type Dice = () => number;

export function dice(seed: string): Dice {
	let state = 2166136261;
	for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function pick<T>(random: Dice, from: readonly T[]): T {
	const found = from[Math.floor(random() * from.length)];
	if (found === undefined) throw new RangeError('nothing to pick from');
	return found;
}

/** Somebody who writes about one topic: of the things and deeds of this world a topic has only a few. */
export interface Voice {
	readonly lang: Language;
	readonly random: Dice;
	say(kind: keyof Words): string;
}

const perTopic = 12;

export function aVoice(lang: Language, { topic, seed }: { topic: string; seed: string }): Voice {
	const words = lang === 'vi' ? vietnamese : english;
	const choosing = dice(topic);
	const few = (from: readonly string[]) => Array.from({ length: perTopic }, () => pick(choosing, from));
	const own: Words = { ...words, deeds: few(words.deeds), things: few(words.things), places: few(words.places) };
	const random = dice(`${seed} ${lang}`);
	return { lang, random, say: (kind) => pick(random, own[kind]) };
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Pattern = (say: Voice['say']) => string;

const patterns: Record<Language, readonly Pattern[]> = {
	vi: [
		(say) => `${say('times')}, ${say('people')} ${say('places')} tập ${say('deeds')} ${say('ways')}.`,
		(say) => `Muốn ${say('deeds')} thì cần có ${say('things')} và ${say('things')}.`,
		(say) => `Nếu ${say('people')} hỏi về ${say('things')}, ${say('advice').toLowerCase()}, vì ${say('reasons')}.`,
		(say) => `${say('advice')} khi dùng ${say('things')} của mình để ${say('deeds')}.`,
		(say) => `Có lần ${say('people')} quên ${say('things')} ${say('places')}, nhưng ${say('reasons')}.`,
		(say) => `Không ai được bắt ${say('people')} ${say('deeds')} ${say('ways')}.`,
		(say) => `Những việc như ${say('deeds')} hay ${say('deeds')} đều làm được ${say('ways')}.`,
		(say) => `Với ${say('things')}, hãy nhớ rằng ${say('reasons')}.`
	],
	en: [
		(say) => `${say('times')} ${say('people')} learnt to ${say('deeds')} ${say('places')}, ${say('ways')}.`,
		(say) => `To ${say('deeds')} you need a ${say('things')} and a ${say('things')}.`,
		(say) => `${say('advice')} when ${say('people')} asks about the ${say('things')}, because ${say('reasons')}.`,
		(say) => `With a ${say('things')}, remember that ${say('reasons')}.`
	]
};

/** One sentence of everyday life, short enough for the content check. */
export function sentence({ lang, random, say }: Voice): string {
	return pick(random, patterns[lang])(say);
}

/** A line to stand above something. */
export function title({ random, say }: Voice): string {
	return `${capital(say('deeds'))} ${say(random() < 0.5 ? 'places' : 'ways')}`;
}
