import { type Culture, culture } from './culture.ts'

export const europe: readonly Culture[] = [
  culture({
    id: 'russian',
    language: 'ru',
    script: 'Cyrl',
    shape: 'patronymic',
    sharesName: true,
    tones: [0, 2],
    male: 'Aleksei=Алексей, Sergei=Сергей, Dmitrii=Дмитрий, Andrei=Андрей, Mikhail=Михаил, Ilia=Илья, Pavel=Павел, Evgenii=Евгений, Nikita=Никита',
    female:
      'Elena=Елена, Olga=Ольга, Natalia=Наталья, Tatiana=Татьяна, Anna=Анна, Iuliia=Юлия, Svetlana=Светлана, Daria=Дарья, Kseniia=Ксения',
    family:
      'Ivanov/Ivanova=Иванов/Иванова, Smirnov/Smirnova=Смирнов/Смирнова, Kuznetsov/Kuznetsova=Кузнецов/Кузнецова, Sokolov/Sokolova=Соколов/Соколова, Volkov/Volkova=Волков/Волкова, Zaitsev/Zaitseva=Зайцев/Зайцева, Belov/Belova=Белов/Белова, Shchukin/Shchukina=Щукин/Щукина, Tsoi=Цой',
  }),
  culture({
    id: 'ukrainian',
    language: 'uk',
    script: 'Cyrl',
    shape: 'gendered',
    sharesName: true,
    tones: [0, 2],
    male: 'Oleksandr=Олександр, Andrii=Андрій, Dmytro=Дмитро, Volodymyr=Володимир, Yurii=Юрій, Serhii=Сергій, Taras=Тарас, Bohdan=Богдан',
    female:
      'Oksana=Оксана, Iryna=Ірина, Nataliia=Наталія, Olena=Олена, Svitlana=Світлана, Yuliia=Юлія, Khrystyna=Христина, Halyna=Галина',
    family:
      'Shevchenko=Шевченко, Kovalenko=Коваленко, Bondarenko=Бондаренко, Melnyk=Мельник, Tkachuk=Ткачук, Kravets=Кравець, Lysenko=Лисенко, Hrytsenko=Гриценко, Yakymchuk=Якимчук, Kovalskyi/Kovalska=Ковальський/Ковальська',
  }),
  culture({
    id: 'georgian',
    language: 'ka',
    script: 'Geor',
    tones: [1, 3],
    hair: 'wavy',
    male: 'Giorgi=გიორგი, Davit=დავით, Levan=ლევან, Irakli=ირაკლი, Zurab=ზურაბ, Nika=ნიკა, Tornike=თორნიკე',
    female: 'Nino=ნინო, Mariam=მარიამ, Tamar=თამარ, Ketevan=ქეთევან, Ana=ანა, Salome=სალომე, Natia=ნათია',
    family:
      'Beridze=ბერიძე, Kapanadze=კაპანაძე, Gelashvili=გელაშვილი, Maisuradze=მაისურაძე, Giorgadze=გიორგაძე, Lomidze=ლომიძე, Tsiklauri=წიკლაური',
  }),
  culture({
    id: 'armenian',
    language: 'hy',
    script: 'Armn',
    sharesName: true,
    tones: [1, 4],
    hair: 'wavy',
    male: 'Armen=Արմեն, Hayk=Հայկ, Tigran=Տիգրան, Gevorg=Գևորգ, Vahan=Վահան, Narek=Նարեկ',
    female: 'Anahit=Անահիտ, Lusine=Լուսինե, Mariam=Մարիամ, Gayane=Գայանե, Siranush=Սիրանուշ, Ani=Անի',
    family:
      'Petrosyan=Պետրոսյան, Hakobyan=Հակոբյան, Sargsyan=Սարգսյան, Grigoryan=Գրիգորյան, Harutyunyan=Հարությունյան, Avetisyan=Ավետիսյան',
  }),
  culture({
    id: 'hungarian',
    language: 'hu',
    order: 'family-first',
    tones: [2, 5],
    male: 'László, Zoltán, Sándor, Béla, József, Gergő, Tibor, Rómeó',
    female: 'Erzsébet, Mária, Ilona, Katalin, Zsuzsanna, Renáta, Jolán, Nikolett',
    family: 'Lakatos, Horváth, Kolompár, Oláh, Balogh, Farkas, Rácz, Bogdán, Sárközi, Vörös',
  }),
  culture({
    id: 'albanian',
    language: 'sq',
    sharesName: true,
    tones: [1, 3],
    male: 'Arben, Ilir, Gëzim, Dritan, Besnik, Altin, Fatmir',
    female: 'Mirela, Vjollca, Drita, Shqipe, Ermira, Blerta, Arjeta',
    family: 'Hoxha, Shehu, Krasniqi, Gjoka, Berisha, Dervishi, Çela, Leka',
  }),
]
