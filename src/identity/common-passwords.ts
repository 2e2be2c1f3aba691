/**
 * Words that passwords begin with when digits or signs follow (`matkhau123`, `anhyeuem@2026`): the ones guessed first,
 * in Viet Nam and elsewhere. Without marks, lower case, no spaces.
 */
export const commonBeginnings: ReadonlySet<string> = new Set(
	`
	matkhau matkhaumoi matkhaucu matkhaucuatoi matkhaula mk mkmoi doimatkhau quenmatkhau nhomatkhau khongcomatkhau
	anhyeuem emyeuanh yeuem yeuanh iloveyou iloveu loveyou yeuconnhieu yeumehanhphuc yeume yeubo yeugiadinh giadinh
	giadinhtoi hanhphuc mainhoem mainhoanh nhoem nhoanh yeuemnhieu yeuanhnhieu mayeuem tinhyeu tinhban tinhdau
	vietnam vietnamvodich toiyeuvietnam hanoi saigon hochiminh haiphong danang cantho hue dalat nhatrang bacho
	hocsinh sinhvien giaovien congchuc nongdan lophoc truonghoc hoctap lophocso binhdanhocvuso hocvuso
	conyeu conyeume conyeubo contrai congai beyeu bebi chongyeu voyeu banthan bancu congaicung contraicung
	xinchao chaoban chaomung camon camonban tamsu tamsu toilatoi toiyeuem toiyeuanh khongbiet khongnho khongco
	maimai maimaiyeuem motminh codon buon buonqua chanqua choicungem ngocngech dethuong xinhdep depzai deptrai
	taikhoan dangnhap dangky zalo facebook youtube tiktok google gmail viettel vinaphone mobifone vnpt vneid
	nganhang chuyentien tienbac phatdat phattai locphat thantai maymanlam mayman nganhangso vietcombank agribank
	bongda bongdavietnam lienquan freefire pubgmobile doremon doraemon conan naruto pikachu songoku
	password passwords passw passwd pass passcode passphrase mypassword newpassword secret mysecret letmein welcome
	admin administrator root user guest test tester testing demo default changeme change login logon access
	qwerty qwertyui qwertyuiop qwertyu asdf asdfgh asdfghj asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
	qwe asd zxc abc abcd abcde abcdef abcxyz aaa aaaa xyz
	monkey dragon football baseball basketball superman batman spiderman pokemon starwars master shadow sunshine
	princess michael jordan ashley jennifer jessica daniel charlie thomas andrew joshua matthew anthony
	hello hellokitty helloworld whatever trustno freedom flower cookie summer winter spring autumn computer internet
	samsung iphone apple android windows microsoft nokia oppo xiaomi huawei vivo
	lovely loveme lover mylove forever happy smile angel baby babygirl babyboy sweet honey sugar chocolate
	family friend friends mother father brother sister money lucky diamond golden silver killer hacker ninja
	hoanghon hoa hoahong hoasen hoamai hoadao hoacuc bunchamam comtam banhmi phobo caphe trasua
	thuhang thuha thanhtung thanhhuong minhanh minhtuan quanganh hoanganh tuananh ngocanh phuonganh hongnhung
	nguyen nguyenvan nguyenthi tran tranvan tranthi le levan lethi pham hoang phan huynh vu vo dang bui
	tuan hung dung cuong thang long minh huong lan linh trang hoa mai thuy hang nga phuong thao ngoc quynh
	`
		.trim()
		.split(/\s+/)
);

/** Whole passwords from the top of the leaked lists that no rule catches, eight signs and longer. */
export const commonPasswords: ReadonlySet<string> = new Set(
	`
	123456789 12345678 1234567890 0123456789 987654321 0987654321 11111111 00000000 88888888 66666666 99999999
	1234567891 12345678910 123456789a a123456789 123456789q q123456789 a12345678 12345678a 1234567a 123456abc
	123456aa 1234qwer 12341234 12344321 123123123 123321123 123454321 1234554321 11223344 1122334455 112233445566
	123654789 123456123 147258369 159357258 147852369 159753456 741852963 789456123 456789123 321654987 963852741
	1qaz2wsx 1qazxsw2 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qwer1234 qwerty12 qwe123qwe qweqweqwe
	abc12345 abc123456 abcd1234 abcd12345 abcde123 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 asd123456 asdasdasd asdqwe123
	zaq12wsx zaq1zaq1 zxc123456 zxczxczxc qwaszx12 p@ssw0rd p@ssword passw0rd pa55word pa$$word p@55w0rd
	m@tkhau m@tkhau1 m@tkhau123 matkh@u matkh@u123 m4tkh4u @nhyeuem 4nhyeu3m
	19001080 19008198 20202020 20252025 20262026 19751975 30041975 02091945 30041975a 18001166
	113114115 11521152 12121212 10101010 01010101 13131313 23232323 25252525 52525252 69696969 77777777 55555555
	55555555 44444444 33333333 22222222 16161616 18181818 68686868 86868686 39393939 79797979 78787878 38383838
	6868686868 8686868686 1357924680 2468101214 13579246 24681357 0246813579 9876543210 01234567 012345678 76543210
	abcdefgh abcdefghi abcdefghij abcdefg1 abcabcabc xyzxyzxyz aaaaaaaa zzzzzzzz aaaa1111 1111aaaa aabbccdd
	iloveyou1 iloveyou123 trustno1 letmein1 welcome1 welcome123 changeme1 administrator1 superman1 football1 baseball1
	charlie1 michael1 jennifer1 princess1 sunshine1 computer1 internet1 starwars1 whatever1 mustang1 corvette maverick
	blink182 liverpool chelsea1 arsenal1 manchester manunited barcelona realmadrid ronaldo7 ronaldo07 messi10 cristiano
	linkinpark metallica nirvana1 eminem123 samsung123 nokia123 google123 facebook123 zalo1234 tiktok123
	bismillah sayangku doudou15 motdepasse contrasena passwort senha123 parola123
	1234567q 1234567w 12345qwert qwert12345 qwerty123456 123qweasd 123qwe123 123qweasdzxc 12qwaszx 1234asdf asdf1234
	zxcv1234 1234zxcv qazwsx123 147147147 159159159 258258258 369369369 321321321 456456456 789789789 987987987
	khongcogi khongnoi khongcho nhonhe12 chetmat1 motnamroi hocso123 hocso2026 binhdan1 vnedu123 1234@abc abc@1234
	abc@123456 abc123!@# 123!@#abc 123abc!@# 123456@a 123456a@ 12345678@ 1234567@ a@123456 aa@123456 @12345678
	!@#$%^&* !qaz2wsx 1qaz!qaz 1qaz@wsx !@#123qwe
	`
		.trim()
		.split(/\s+/)
);
