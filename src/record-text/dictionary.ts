/**
 * What signed texts have in common, for deflate to point back to instead of saying it again: a code with it is about
 * half as dense. Texts packed with it lie on paper for years, so not a letter of it may ever change; a better one gets
 * a marker of its own.
 */
export const dictionary1 =
	'nội dung sáng tạo giao tiếp hợp tác tìm kiếm đánh giá thông tin giải quyết vấn đề dịch vụ công trực tuyến ' +
	'mật khẩu xác thực hai lớp nhận diện và phòng tránh lừa đảo bảo vệ dữ liệu cá nhân thiết bị sức khỏe an toàn ' +
	'thanh toán điện tử mua bán trên mạng trí tuệ nhân tạo Kỹ năng số cơ bản cho người dân ' +
	'"Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trần Lê Văn Nguyễn Thị ","nameFrom":"identity"' +
	',"replaces":""simulated":true,"type":"attainment"type":"skill"type":"merit"' +
	'"how":{"helped":true,"identityChecked":true,"supervised":true},' +
	'{"code":"0000-0000-0000-0000-00000","completedAt":"2027-01-00T00:00:00.000Z","course":{"hash":"","id":"an-toan-so",' +
	'"title":"An toàn số: ","version":1},"how":{"helped":false,"identityChecked":false,"supervised":false},' +
	'"issuedAt":"2026-12-00T00:00:00.000Z","kid":"","name":"","origin":"https://","passPercent":80,"score":10,' +
	'"skills":[{"code":"","name":""},{"code":"","name":"","status":1,"total":10,"type":"completion","v":2}';
