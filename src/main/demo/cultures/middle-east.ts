import { type Culture, culture } from './culture.ts'

export const middleEast: readonly Culture[] = [
  culture({
    id: 'persian',
    language: 'fa',
    script: 'Arab',
    tones: [2, 5],
    hair: 'wavy',
    covers: { F: ['hijab', 0.2] },
    male: 'Ali=علی, Reza=رضا, Mohammad=محمد, Hossein=حسین, Amir=امیر, Mehdi=مهدی, Saeed=سعید, Behrouz=بهروز, Kaveh=کاوه, Arash=آرش, Farhad=فرهاد, Babak=بابک',
    female:
      'Maryam=مریم, Zahra=زهرا, Fatemeh=فاطمه, Leila=لیلا, Parisa=پریسا, Nasrin=نسرین, Shirin=شیرین, Azadeh=آزاده, Mina=مینا, Sara=سارا, Roya=رویا',
    family:
      'Ahmadi=احمدی, Hosseini=حسینی, Karimi=کریمی, Rahimi=رحیمی, Moradi=مرادی, Jafari=جعفری, Sadeghi=صادقی, Tehrani=تهرانی, Bahrami=بهرامی, Farahani=فراهانی, Ghorbani=قربانی, Shirazi=شیرازی',
  }),
  culture({
    id: 'afghan',
    language: 'prs',
    script: 'Arab',
    mononyms: 0.22,
    tones: [2, 5],
    covers: { F: ['hijab', 0.7], M: ['kufi', 0.08] },
    male: 'Ahmad=احمد, Mirwais=میرویس, Najib=نجیب, Hamid=حمید, Zabiullah=ذبیح‌الله, Abdullah=عبدالله, Rahmatullah=رحمت‌الله, Farid=فرید, Omid=امید, Nasir=ناصر, Sayed Jawad=سید جواد',
    female:
      'Zarghuna=زرغونه, Shukria=شکریه, Farida=فریده, Nargis=نرگس, Palwasha=پلوشه, Laila=لیلا, Freshta=فرشته, Masuma=معصومه, Zahra=زهرا, Basira=بصیره',
    family:
      'Ahmadzai=احمدزی, Noori=نوری, Rahimi=رحیمی, Haidari=حیدری, Stanikzai=ستانکزی, Sultani=سلطانی, Mohammadi=محمدی, Azizi=عزیزی, Popal=پوپل, Yousufzai=یوسفزی',
  }),
  culture({
    id: 'levantine',
    language: 'ar',
    script: 'Arab',
    shape: 'chain',
    tones: [2, 5],
    hair: 'wavy',
    covers: { F: ['hijab', 0.5] },
    male: 'Ahmad=أحمد, Omar=عمر, Khaled=خالد, Youssef=يوسف, Mahmoud=محمود, Samir=سمير, Elias=الياس, Bassam=بسام, Nabil=نبيل, Rami=رامي, Tarek=طارق, Walid=وليد',
    female:
      'Fatima=فاطمة, Rania=رانيا, Mariam=مريم, Huda=هدى, Nour=نور, Salma=سلمى, Rima=ريما, Layla=ليلى, Samar=سمر, Dalal=دلال, Hala=هالة',
    family:
      'Al Khatib=الخطيب, Haddad=حداد, Al Masri=المصري, Khoury=خوري, Najjar=نجار, Al Hassan=الحسن, Darwish=درويش, Sabbagh=صباغ, Al Ali=العلي, Shaheen=شاهين, Mansour=منصور',
  }),
  culture({
    id: 'iraqi',
    language: 'ar',
    script: 'Arab',
    shape: 'chain',
    tones: [3, 5],
    covers: { F: ['hijab', 0.6] },
    male: 'Hassan=حسن, Hussein=حسين, Ali=علي, Mustafa=مصطفى, Karrar=كرار, Haider=حيدر, Salam=سلام, Laith=ليث, Yassir=ياسر',
    female: 'Zainab=زينب, Noor=نور, Shahad=شهد, Duaa=دعاء, Ruqaya=رقية, Hanan=حنان, Sarah=سارة, Israa=إسراء',
    family:
      'Al Jubouri=الجبوري, Al Tamimi=التميمي, Al Obaidi=العبيدي, Al Saadi=الساعدي, Al Dulaimi=الدليمي, Al Zaidi=الزيدي, Yousif=يوسف, Hanna=حنا',
  }),
  culture({
    id: 'nile',
    language: 'ar',
    script: 'Arab',
    shape: 'grandfather',
    tones: [4, 8],
    hair: 'wavy',
    covers: { F: ['hijab', 0.5], M: ['kufi', 0.1] },
    male: 'Mohamed=محمد, Ibrahim=إبراهيم, Mostafa=مصطفى, Abdelrahman=عبد الرحمن, Osman=عثمان, Girgis=جرجس, Mina=مينا, Tarig=طارق, Adam=آدم, Hesham=هشام, Musa=موسى',
    female:
      'Amira=أميرة, Mona=منى, Hagar=هاجر, Iman=إيمان, Marwa=مروة, Sawsan=سوسن, Amna=آمنة, Nadia=نادية, Mariam=مريم, Ikhlas=إخلاص',
    family:
      'Hassan=حسن, Abdelaziz=عبد العزيز, Elsayed=السيد, Eltayeb=الطيب, Fathi=فتحي, Bushra=بشرى, Salah=صلاح, Idris=إدريس',
  }),
  culture({
    id: 'kurdish',
    language: 'ckb',
    script: 'Arab',
    shape: 'father',
    tones: [2, 4],
    male: 'Azad=ئازاد, Rebin=ڕێبین, Karwan=کاروان, Hiwa=هیوا, Soran=سۆران, Dara=دارا, Zana=زانا, Shwan=شوان',
    female: 'Shilan=شیلان, Nasrin=نەسرین, Hana=هانا, Zhyan=ژیان, Awaz=ئاواز, Runak=ڕووناک, Tara=تارا, Chnar=چنار',
    family: 'Rashid=ڕەشید, Salih=ساڵح, Karim=کەریم, Mahmud=مەحموود, Omer=عومەر, Qadir=قادر',
  }),
  culture({
    id: 'turkish',
    language: 'tr',
    sharesName: true,
    tones: [1, 4],
    covers: { F: ['hijab', 0.25] },
    male: 'Mehmet, Mustafa, Emre, Yusuf, Oğuzhan, Barış, Çağlar, Hüseyin, Ömer, Serkan, İsmail, Gökhan',
    female: 'Ayşe, Fatma, Elif, Zeynep, Gülşen, Özlem, Şule, Merve, Esra, Hatice, Songül',
    family: 'Yılmaz, Demir, Çelik, Şahin, Öztürk, Aydın, Kılıç, Doğan, Güneş, Er, Koç, Özdemir',
  }),
  culture({
    id: 'israeli',
    language: 'he',
    script: 'Hebr',
    sharesName: true,
    tones: [1, 5],
    hair: 'wavy',
    covers: { M: ['kippah', 0.2] },
    male: 'Avi=אבי, Daniel=דניאל, Yosef=יוסף, Moshe=משה, Eitan=איתן, Noam=נועם, Amir=אמיר',
    female: 'Tamar=תמר, Yael=יעל, Noa=נועה, Michal=מיכל, Shira=שירה, Rivka=רבקה, Maya=מאיה',
    family: 'Cohen=כהן, Levi=לוי, Mizrahi=מזרחי, Peretz=פרץ, Biton=ביטון, Azulay=אזולאי, Katz=כץ',
  }),
]
