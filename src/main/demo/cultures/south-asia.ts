import { type Culture, culture } from './culture.ts'

export const southAsia: readonly Culture[] = [
  culture({
    id: 'punjabi',
    language: 'pa',
    script: 'Guru',
    sharesName: false,
    tones: [3, 6],
    covers: { M: ['turban', 0.6] },
    male: 'Gurpreet Singh=ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ, Harjit Singh=ਹਰਜੀਤ ਸਿੰਘ, Manpreet Singh=ਮਨਪ੍ਰੀਤ ਸਿੰਘ, Jaswinder Singh=ਜਸਵਿੰਦਰ ਸਿੰਘ, Balwinder Singh=ਬਲਵਿੰਦਰ ਸਿੰਘ, Sukhdev Singh=ਸੁਖਦੇਵ ਸਿੰਘ, Amrit Singh=ਅੰਮ੍ਰਿਤ ਸਿੰਘ, Ranjit Singh=ਰਣਜੀਤ ਸਿੰਘ, Kulwant Singh=ਕੁਲਵੰਤ ਸਿੰਘ, Inderjit Singh=ਇੰਦਰਜੀਤ ਸਿੰਘ',
    female:
      'Simran Kaur=ਸਿਮਰਨ ਕੌਰ, Harpreet Kaur=ਹਰਪ੍ਰੀਤ ਕੌਰ, Jaspreet Kaur=ਜਸਪ੍ਰੀਤ ਕੌਰ, Navdeep Kaur=ਨਵਦੀਪ ਕੌਰ, Kiran Kaur=ਕਿਰਨ ਕੌਰ, Amandeep Kaur=ਅਮਨਦੀਪ ਕੌਰ, Gurleen Kaur=ਗੁਰਲੀਨ ਕੌਰ, Rajwinder Kaur=ਰਾਜਵਿੰਦਰ ਕੌਰ, Paramjit Kaur=ਪਰਮਜੀਤ ਕੌਰ',
    family:
      'Gill=ਗਿੱਲ, Sidhu=ਸਿੱਧੂ, Sandhu=ਸੰਧੂ, Dhillon=ਢਿੱਲੋਂ, Grewal=ਗਰੇਵਾਲ, Brar=ਬਰਾੜ, Dhaliwal=ਧਾਲੀਵਾਲ, Bajwa=ਬਾਜਵਾ, Mann=ਮਾਨ, Sohal=ਸੋਹਲ',
  }),
  culture({
    id: 'hindi',
    language: 'hi',
    script: 'Deva',
    sharesName: true,
    mononyms: 0.01,
    tones: [3, 7],
    male: 'Rahul=राहुल, Amit=अमित, Vikram=विक्रम, Sanjay=संजय, Arjun=अर्जुन, Rohan=रोहन, Deepak=दीपक, Manoj=मनोज, Nikhil=निखिल, Suresh=सुरेश, Anil=अनिल, Om=ओम',
    female:
      'Priya=प्रिया, Anjali=अंजलि, Kavita=कविता, Sunita=सुनीता, Neha=नेहा, Pooja=पूजा, Meena=मीना, Ritu=रितु, Asha=आशा, Jyoti=ज्योति, Lata=लता',
    family:
      'Sharma=शर्मा, Verma=वर्मा, Gupta=गुप्ता, Kumar=कुमार, Yadav=यादव, Mishra=मिश्रा, Joshi=जोशी, Chauhan=चौहान, Patel=पटेल, Rao=राव, Saxena=सक्सेना',
  }),
  culture({
    id: 'nepali',
    language: 'ne',
    script: 'Deva',
    sharesName: true,
    tones: [3, 5],
    male: 'Bishnu=विष्णु, Ram=राम, Prakash=प्रकाश, Dipendra=दीपेन्द्र, Santosh=सन्तोष, Ganesh=गणेश, Kiran=किरण',
    female: 'Sita=सीता, Maya=माया, Sarita=सरिता, Gita=गीता, Bimala=बिमला, Laxmi=लक्ष्मी, Sabina=सबिना',
    family: 'Thapa=थापा, Gurung=गुरुङ, Shrestha=श्रेष्ठ, Adhikari=अधिकारी, Tamang=तामाङ, Rai=राई, Karki=कार्की',
  }),
  culture({
    id: 'tamil',
    language: 'ta',
    script: 'Taml',
    shape: 'father',
    mononyms: 0.02,
    tones: [5, 8],
    male: 'Suresh=சுரேஷ், Kannan=கண்ணன், Rajan=ராஜன், Kumaran=குமரன், Selvam=செல்வம், Arul=அருள், Nathan=நாதன், Siva=சிவா, Murugan=முருகன், Karthik=கார்த்திக், Ravi=ரவி',
    female:
      'Kavitha=கவிதா, Meena=மீனா, Selvi=செல்வி, Tharani=தரணி, Vasanthi=வசந்தி, Malar=மலர், Kamala=கமலா, Devi=தேவி, Nila=நிலா, Priya=பிரியா',
    family: 'Rajaratnam=ராஜரத்தினம், Sivakumar=சிவகுமார், Nadarajah=நடராஜா, Ponniah=பொன்னையா, Kandiah=கந்தையா, Thangarajah=தங்கராஜா',
  }),
  culture({
    id: 'sinhala',
    language: 'si',
    script: 'Sinh',
    sharesName: true,
    tones: [5, 7],
    male: 'Nimal=නිමල්, Sunil=සුනිල්, Kamal=කමල්, Ruwan=රුවන්, Chaminda=චමින්ද, Saman=සමන්',
    female: 'Kumari=කුමාරි, Nadeesha=නදීෂා, Malini=මාලිනි, Anoma=අනෝමා, Sanduni=සඳුනි, Dilini=දිලිනි',
    family: 'Perera=පෙරේරා, Silva=සිල්වා, Fernando=ප්‍රනාන්දු, Bandara=බණ්ඩාර, Jayasuriya=ජයසූරිය, Herath=හේරත්',
  }),
  culture({
    id: 'bengali',
    language: 'bn',
    script: 'Beng',
    mononyms: 0.02,
    tones: [4, 7],
    covers: { F: ['hijab', 0.3] },
    male: 'Mohammad Rahim=মোহাম্মদ রহিম, Abdul Karim=আব্দুল করিম, Kamal=কামাল, Jahangir=জাহাঙ্গীর, Rafiq=রফিক, Shafiqul=শফিকুল, Tareq=তারেক, Nazrul=নজরুল, Sumon=সুমন, Bikash=বিকাশ',
    female:
      'Fatema=ফাতেমা, Nasrin=নাসরিন, Sultana=সুলতানা, Ayesha=আয়েশা, Rina=রিনা, Shirin=শিরিন, Taslima=তাসলিমা, Moushumi=মৌসুমী, Ruma=রুমা',
    family:
      'Hossain=হোসেন, Islam=ইসলাম, Rahman=রহমান, Ahmed=আহমেদ, Chowdhury=চৌধুরী, Sarkar=সরকার, Das=দাস, Roy=রায়, Akter=আক্তার, Uddin=উদ্দিন',
  }),
  culture({
    id: 'pakistani',
    language: 'ur',
    script: 'Arab',
    mononyms: 0.01,
    tones: [3, 6],
    covers: { F: ['hijab', 0.3], M: ['kufi', 0.05] },
    male: 'Muhammad Ali=محمد علی, Usman=عثمان, Bilal=بلال, Imran=عمران, Hamza=حمزہ, Asif=آصف, Tariq=طارق, Kashif=کاشف, Zubair=زبیر, Naveed=نوید, Faisal=فیصل',
    female:
      'Ayesha=عائشہ, Sana=ثنا, Hina=حنا, Rabia=رابعہ, Saima=صائمہ, Nadia=نادیہ, Bushra=بشریٰ, Zainab=زینب, Maryam=مریم, Shazia=شازیہ',
    family:
      'Khan=خان, Malik=ملک, Butt=بٹ, Chaudhry=چوہدری, Qureshi=قریشی, Siddiqui=صدیقی, Mirza=مرزا, Shah=شاہ, Raja=راجہ, Bhatti=بھٹی, Masih=مسیح',
  }),
]
