/**
 * What a claimant reads when the screen is turned to them, in their own language. A small table on purpose: each phrase
 * stands alone. Not yet read by certified translators: the officer is told so, and the interpreter decides.
 */
export interface ReadBackPhrases {
  /** Asks the person to read and say whether all of it is right. */
  readonly ask: string
  readonly familyName: string
  readonly givenNames: string
  readonly nativeName: string
  readonly birthDate: string
  readonly citizenships: string
  readonly photo: string
  readonly right: string
  readonly wrong: string
  /** Asks the person to touch each line that is wrong. */
  readonly point: string
  readonly thanks: string
  readonly stateless: string
}

const phrase = (
  ask: string,
  [familyName, givenNames, nativeName, birthDate, citizenships, photo]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
  [right, wrong, point, thanks, stateless]: readonly [string, string, string, string, string],
): ReadBackPhrases => ({
  ...{ ask, familyName, givenNames, nativeName, birthDate, citizenships, photo },
  ...{ right, wrong, point, thanks, stateless },
})

/** By ISO 639 code. */
export const readBackPhrases: Readonly<Record<string, ReadBackPhrases>> = {
  en: phrase(
    'Please read this. Is all of it right?',
    ['Family name', 'Given names', 'Name in your own script', 'Date of birth', 'Citizenship', 'Photo'],
    [
      'Yes, all of it is right',
      'No, something is wrong',
      'Touch each line that is wrong.',
      'Thank you. Please turn the screen back to the officer.',
      'Stateless',
    ],
  ),
  fr: phrase(
    'Veuillez lire ceci. Tout est-il exact?',
    ['Nom de famille', 'Prénoms', 'Nom dans votre écriture', 'Date de naissance', 'Citoyenneté', 'Photo'],
    [
      'Oui, tout est exact',
      'Non, il y a une erreur',
      'Touchez chaque ligne inexacte.',
      'Merci. Veuillez retourner l’écran vers l’agent.',
      'Apatride',
    ],
  ),
  es: phrase(
    'Por favor, lea esto. ¿Está todo correcto?',
    ['Apellidos', 'Nombres', 'Nombre en su propia escritura', 'Fecha de nacimiento', 'Nacionalidad', 'Foto'],
    [
      'Sí, todo está correcto',
      'No, hay un error',
      'Toque cada línea que esté mal.',
      'Gracias. Por favor, gire la pantalla hacia el oficial.',
      'Apátrida',
    ],
  ),
  pt: phrase(
    'Por favor, leia isto. Está tudo certo?',
    ['Apelido', 'Nomes próprios', 'Nome na sua escrita', 'Data de nascimento', 'Nacionalidade', 'Fotografia'],
    [
      'Sim, está tudo certo',
      'Não, há um erro',
      'Toque em cada linha que está errada.',
      'Obrigado. Por favor, vire o ecrã para o agente.',
      'Apátrida',
    ],
  ),
  ht: phrase(
    'Tanpri li sa. Èske tout bagay kòrèk?',
    ['Siyati', 'Prenon', 'Non nan pwòp ekriti ou', 'Dat nesans', 'Nasyonalite', 'Foto'],
    [
      'Wi, tout bagay kòrèk',
      'Non, gen yon erè',
      'Touche chak liy ki pa kòrèk.',
      'Mèsi. Tanpri vire ekran an bay ajan an.',
      'San nasyonalite',
    ],
  ),
  ar: phrase(
    'يرجى قراءة هذا. هل كل شيء صحيح؟',
    ['اسم العائلة', 'الأسماء الأولى', 'الاسم بكتابتك', 'تاريخ الميلاد', 'الجنسية', 'الصورة'],
    [
      'نعم، كل شيء صحيح',
      'لا، هناك خطأ',
      'المس كل سطر غير صحيح.',
      'شكراً. يرجى إعادة الشاشة إلى الموظف.',
      'عديم الجنسية',
    ],
  ),
  fa: phrase(
    'لطفاً این را بخوانید. آیا همه چیز درست است؟',
    ['نام خانوادگی', 'نام', 'نام به خط خودتان', 'تاریخ تولد', 'تابعیت', 'عکس'],
    [
      'بله، همه درست است',
      'نه، اشتباهی هست',
      'هر سطری را که اشتباه است لمس کنید.',
      'متشکرم. لطفاً صفحه را به طرف مأمور برگردانید.',
      'بی‌تابعیت',
    ],
  ),
  ps: phrase(
    'مهرباني وکړئ دا ولولئ. ایا ټول سم دي؟',
    ['تخلص', 'نوم', 'نوم په خپل لیک', 'د زېږېدو نېټه', 'تابعیت', 'عکس'],
    ['هو، ټول سم دي', 'نه، یو څه غلط دي', 'هره غلطه کرښه ونښلوئ.', 'مننه. سکرین بېرته افسر ته واړوئ.', 'بې تابعیته'],
  ),
  ur: phrase(
    'براہ کرم یہ پڑھیں۔ کیا سب کچھ درست ہے؟',
    ['خاندانی نام', 'نام', 'آپ کے اپنے رسم الخط میں نام', 'تاریخ پیدائش', 'شہریت', 'تصویر'],
    [
      'جی ہاں، سب درست ہے',
      'نہیں، کچھ غلط ہے',
      'ہر غلط سطر کو چھوئیں۔',
      'شکریہ۔ براہ کرم اسکرین افسر کی طرف واپس موڑ دیں۔',
      'بے وطن',
    ],
  ),
  hi: phrase(
    'कृपया इसे पढ़ें। क्या सब सही है?',
    ['उपनाम', 'नाम', 'आपकी अपनी लिपि में नाम', 'जन्म तिथि', 'नागरिकता', 'फ़ोटो'],
    ['हाँ, सब सही है', 'नहीं, कुछ गलत है', 'हर गलत पंक्ति को छुएँ।', 'धन्यवाद। कृपया स्क्रीन अधिकारी की ओर घुमा दें।', 'राज्यविहीन'],
  ),
  pa: phrase(
    'ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਪੜ੍ਹੋ। ਕੀ ਸਭ ਕੁਝ ਸਹੀ ਹੈ?',
    ['ਗੋਤ', 'ਨਾਮ', 'ਤੁਹਾਡੀ ਆਪਣੀ ਲਿਪੀ ਵਿੱਚ ਨਾਮ', 'ਜਨਮ ਮਿਤੀ', 'ਨਾਗਰਿਕਤਾ', 'ਫੋਟੋ'],
    ['ਹਾਂ, ਸਭ ਸਹੀ ਹੈ', 'ਨਹੀਂ, ਕੁਝ ਗਲਤ ਹੈ', 'ਹਰ ਗਲਤ ਲਾਈਨ ਨੂੰ ਛੂਹੋ।', 'ਧੰਨਵਾਦ। ਕਿਰਪਾ ਕਰਕੇ ਸਕ੍ਰੀਨ ਅਧਿਕਾਰੀ ਵੱਲ ਮੋੜੋ।', 'ਰਾਜਹੀਣ'],
  ),
  bn: phrase(
    'অনুগ্রহ করে এটি পড়ুন। সব কি ঠিক আছে?',
    ['পদবি', 'নাম', 'আপনার নিজের লিপিতে নাম', 'জন্ম তারিখ', 'নাগরিকত্ব', 'ছবি'],
    [
      'হ্যাঁ, সব ঠিক আছে',
      'না, কিছু ভুল আছে',
      'প্রতিটি ভুল লাইন স্পর্শ করুন।',
      'ধন্যবাদ। অনুগ্রহ করে পর্দাটি কর্মকর্তার দিকে ঘুরিয়ে দিন।',
      'রাষ্ট্রহীন',
    ],
  ),
  ta: phrase(
    'தயவுசெய்து இதைப் படியுங்கள். எல்லாம் சரியா?',
    ['குடும்பப் பெயர்', 'பெயர்', 'உங்கள் சொந்த எழுத்தில் பெயர்', 'பிறந்த தேதி', 'குடியுரிமை', 'புகைப்படம்'],
    [
      'ஆம், எல்லாம் சரி',
      'இல்லை, ஏதோ தவறு உள்ளது',
      'தவறான ஒவ்வொரு வரியையும் தொடவும்.',
      'நன்றி. திரையை அதிகாரியின் பக்கம் திருப்பவும்.',
      'நாடற்றவர்',
    ],
  ),
  ne: phrase(
    'कृपया यो पढ्नुहोस्। के सबै ठीक छ?',
    ['थर', 'नाम', 'तपाईंको आफ्नै लिपिमा नाम', 'जन्म मिति', 'नागरिकता', 'फोटो'],
    ['हो, सबै ठीक छ', 'होइन, केही गलत छ', 'हरेक गलत लाइन छुनुहोस्।', 'धन्यवाद। कृपया स्क्रिन अधिकारीतिर फर्काउनुहोस्।', 'राज्यविहीन'],
  ),
  tr: phrase(
    'Lütfen bunu okuyun. Hepsi doğru mu?',
    ['Soyadı', 'Adı', 'Kendi yazınızla adınız', 'Doğum tarihi', 'Vatandaşlık', 'Fotoğraf'],
    [
      'Evet, hepsi doğru',
      'Hayır, bir yanlışlık var',
      'Yanlış olan her satıra dokunun.',
      'Teşekkürler. Lütfen ekranı memura geri çevirin.',
      'Vatansız',
    ],
  ),
  ru: phrase(
    'Пожалуйста, прочитайте. Всё ли верно?',
    ['Фамилия', 'Имя', 'Имя вашим письмом', 'Дата рождения', 'Гражданство', 'Фотография'],
    [
      'Да, всё верно',
      'Нет, есть ошибка',
      'Коснитесь каждой неверной строки.',
      'Спасибо. Пожалуйста, поверните экран к сотруднику.',
      'Без гражданства',
    ],
  ),
  uk: phrase(
    'Будь ласка, прочитайте. Чи все правильно?',
    ['Прізвище', 'Ім’я', 'Ім’я вашим письмом', 'Дата народження', 'Громадянство', 'Фотографія'],
    [
      'Так, усе правильно',
      'Ні, є помилка',
      'Торкніться кожного неправильного рядка.',
      'Дякуємо. Будь ласка, поверніть екран до працівника.',
      'Без громадянства',
    ],
  ),
  zh: phrase(
    '请阅读以下内容。是否全部正确？',
    ['姓', '名', '用您自己的文字书写的姓名', '出生日期', '国籍', '照片'],
    ['是，全部正确', '否，有错误', '请点按每一行错误的内容。', '谢谢。请将屏幕转回给官员。', '无国籍'],
  ),
  vi: phrase(
    'Vui lòng đọc phần này. Tất cả có đúng không?',
    ['Họ', 'Tên', 'Tên theo chữ viết của quý vị', 'Ngày sinh', 'Quốc tịch', 'Ảnh'],
    [
      'Đúng, tất cả đều đúng',
      'Không, có chỗ sai',
      'Chạm vào từng dòng bị sai.',
      'Cảm ơn. Vui lòng xoay màn hình lại cho viên chức.',
      'Không quốc tịch',
    ],
  ),
  so: phrase(
    'Fadlan akhri tan. Ma wada saxan tahay?',
    ['Magaca qoyska', 'Magacyada', 'Magaca qoraalkaaga', 'Taariikhda dhalashada', 'Jinsiyadda', 'Sawirka'],
    [
      'Haa, dhammaan waa sax',
      'Maya, wax baa qaldan',
      'Taabo sadar kasta oo qaldan.',
      'Mahadsanid. Fadlan shaashadda u soo celi sarkaalka.',
      'Dal la’aan',
    ],
  ),
  am: phrase(
    'እባክዎ ይህን ያንብቡ። ሁሉም ትክክል ነው?',
    ['የቤተሰብ ስም', 'ስም', 'ስም በራስዎ ጽሑፍ', 'የትውልድ ቀን', 'ዜግነት', 'ፎቶ'],
    [
      'አዎ፣ ሁሉም ትክክል ነው',
      'አይ፣ ስህተት አለ',
      'ስህተት የሆነውን እያንዳንዱን መስመር ይንኩ።',
      'አመሰግናለሁ። እባክዎ ስክሪኑን ወደ ባለሥልጣኑ ይመልሱ።',
      'አገር አልባ',
    ],
  ),
  ti: phrase(
    'በጃኹም ነዚ ኣንብቡ። ኩሉ ቅኑዕ ድዩ?',
    ['ስም ስድራ', 'ስም', 'ስም ብናይ ገዛእ ርእስኹም ጽሑፍ', 'ዕለተ ልደት', 'ዜግነት', 'ስእሊ'],
    ['እወ፣ ኩሉ ቅኑዕ እዩ', 'ኣይፋል፣ ጌጋ ኣሎ', 'ነፍሲ ወከፍ ጌጋ መስመር ተንክፉ።', 'የቐንየለይ። በጃኹም እቲ ስክሪን ናብቲ ሰራሕተኛ ምለሱዎ።', 'ሃገር ኣልቦ'],
  ),
  sw: phrase(
    'Tafadhali soma hii. Je, yote ni sahihi?',
    ['Jina la ukoo', 'Majina', 'Jina kwa maandishi yako', 'Tarehe ya kuzaliwa', 'Uraia', 'Picha'],
    [
      'Ndiyo, yote ni sahihi',
      'Hapana, kuna kosa',
      'Gusa kila mstari wenye kosa.',
      'Asante. Tafadhali geuza skrini kwa afisa.',
      'Asiye na uraia',
    ],
  ),
  hu: phrase(
    'Kérjük, olvassa el. Minden helyes?',
    ['Családnév', 'Utónevek', 'Név a saját írásával', 'Születési dátum', 'Állampolgárság', 'Fénykép'],
    [
      'Igen, minden helyes',
      'Nem, valami hibás',
      'Érintse meg az összes hibás sort.',
      'Köszönjük. Kérjük, fordítsa vissza a képernyőt a tisztviselőhöz.',
      'Hontalan',
    ],
  ),
  ro: phrase(
    'Vă rugăm să citiți. Este totul corect?',
    ['Nume de familie', 'Prenume', 'Numele în scrierea dumneavoastră', 'Data nașterii', 'Cetățenie', 'Fotografie'],
    [
      'Da, totul este corect',
      'Nu, ceva este greșit',
      'Atingeți fiecare rând greșit.',
      'Mulțumim. Vă rugăm să întoarceți ecranul spre agent.',
      'Apatrid',
    ],
  ),
  sq: phrase(
    'Ju lutemi lexojeni këtë. A është gjithçka e saktë?',
    ['Mbiemri', 'Emri', 'Emri në shkrimin tuaj', 'Data e lindjes', 'Shtetësia', 'Fotografia'],
    [
      'Po, gjithçka është e saktë',
      'Jo, diçka është gabim',
      'Prekni çdo rresht që është gabim.',
      'Faleminderit. Ju lutemi kthejeni ekranin nga zyrtari.',
      'Pa shtetësi',
    ],
  ),
}

/** Languages written from right to left. */
const rightToLeft = new Set(['ar', 'fa', 'ps', 'ur', 'ckb', 'he', 'yi', 'sd', 'ug', 'dv'])
export const directionOf = (language: string): 'rtl' | 'ltr' => (rightToLeft.has(language) ? 'rtl' : 'ltr')
