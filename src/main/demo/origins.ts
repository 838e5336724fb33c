/**
 * Where demo claimants come from. Weights are our own rounded picture of who asks for protection in Canada, good
 * enough that lists, charts and searches look like a real day; they are no statistics.
 */
import type { Entry } from '../../shared/domain/fields.ts'

export interface Origin {
  /** ISO alpha-3 of the country feared; the citizenship, unless `stateless`. */
  readonly country: string
  readonly weight: number
  readonly cultures: readonly (readonly [string, number])[]
  readonly cities: readonly string[]
  /** Shape of a passport number: `L` a letter, `0` a digit, anything else itself. */
  readonly passport: string
  /** Other languages that many speak, ISO 639. */
  readonly alsoSpoken: readonly string[]
  readonly manners: Manners
  /** Share without any nationality. */
  readonly stateless: number
  /** Share of people whose day or month of birth was never recorded. */
  readonly partialBirthDates: number
  /** A second citizenship that some have. */
  readonly second?: string
}

type Manners = readonly (readonly [Entry['manner'], number])[]

/** Mostly by air with a visa, and mostly claimed later, inland. */
const byAir: Manners = [
  ['airport', 93],
  ['land_poe', 5],
  ['between_poes', 2],
]
/** Through the United States: many under an exception of the Safe Third Country Agreement. */
const overLand: Manners = [
  ['land_poe', 60],
  ['airport', 26],
  ['between_poes', 11],
  ['train_poe', 1],
  ['harbour', 2],
]
const mixed: Manners = [
  ['airport', 68],
  ['land_poe', 24],
  ['between_poes', 6],
  ['harbour', 2],
]

type Row = readonly [
  country: string,
  weight: number,
  cultures: string,
  cities: string,
  passport: string,
  alsoSpoken: string,
  manners: Manners,
  more?: Partial<Pick<Origin, 'stateless' | 'partialBirthDates' | 'second'>>,
]

/** Cultures as `id:weight`, separated by spaces; cities by commas. */
const rows: readonly Row[] = [
  [
    'IND',
    170,
    'punjabi:60 hindi:32 tamil:8',
    'Ludhiana,Jalandhar,Amritsar,Delhi,Ahmedabad,Chennai',
    'L0000000',
    'hi en',
    byAir,
  ],
  ['MEX', 135, 'hispanic:1', 'Guadalajara,León,Morelia,Ciudad de México,Puebla,Culiacán', 'L00000000', '', byAir],
  ['NGA', 85, 'yoruba:45 igbo:35 hausa:20', 'Lagos,Ibadan,Benin City,Kano,Enugu,Abuja', 'L00000000', 'en', mixed],
  ['BGD', 80, 'bengali:1', 'Dhaka,Chattogram,Sylhet,Khulna', 'L00000000', 'en', byAir],
  [
    'HTI',
    78,
    'haitian:1',
    'Port-au-Prince,Cap-Haïtien,Les Cayes,Gonaïves',
    'LL0000000',
    'fr',
    overLand,
    { second: 'DOM' },
  ],
  ['IRN', 62, 'persian:88 kurdish:12', 'Tehran,Isfahan,Shiraz,Mashhad,Sanandaj', 'L00000000', 'en', byAir],
  ['PAK', 52, 'pakistani:1', 'Lahore,Karachi,Rawalpindi,Peshawar,Gujranwala', 'LL0000000', 'pa en', byAir],
  ['GHA', 46, 'akan:1', 'Accra,Kumasi,Takoradi,Tema', 'L0000000', 'en', byAir],
  ['KEN', 44, 'kenyan:92 somali:8', 'Nairobi,Mombasa,Kisumu,Nakuru', 'LL000000', 'en', byAir],
  ['COL', 44, 'hispanic:1', 'Bogotá,Cali,Medellín,Barranquilla', 'LL000000', '', overLand],
  ['UGA', 36, 'ugandan:1', 'Kampala,Entebbe,Jinja,Mbarara', 'L00000000', 'en', byAir],
  ['LKA', 34, 'tamil:72 sinhala:28', 'Jaffna,Colombo,Vavuniya,Batticaloa', 'L0000000', 'en', byAir],
  ['TUR', 34, 'turkish:72 kurdish:28', 'İstanbul,Ankara,Diyarbakır,İzmir', 'L00000000', 'ku', overLand],
  [
    'AFG',
    32,
    'afghan:1',
    'Kabul,Herat,Mazar-e Sharif,Kandahar',
    'L00000000',
    'fa',
    overLand,
    { partialBirthDates: 0.25 },
  ],
  ['VEN', 28, 'hispanic:1', 'Caracas,Maracaibo,Valencia,Barquisimeto', '000000000', '', overLand, { second: 'COL' }],
  ['COD', 26, 'congolese:1', 'Kinshasa,Lubumbashi,Goma,Bukavu', 'LL0000000', 'fr', mixed],
  ['CMR', 25, 'cameroonian:1', 'Douala,Yaoundé,Bamenda,Buea', '0000000', 'fr en', byAir],
  [
    'ERI',
    24,
    'tigrinya:1',
    'Asmara,Keren,Mendefera',
    'L0000000',
    'ar am',
    overLand,
    { partialBirthDates: 0.05, second: 'ETH' },
  ],
  [
    'ETH',
    22,
    'amhara:70 tigrinya:15 somali:15',
    'Addis Ababa,Gondar,Mekelle,Dire Dawa',
    'LL0000000',
    'en',
    mixed,
    { partialBirthDates: 0.05 },
  ],
  ['SOM', 22, 'somali:1', 'Mogadishu,Kismayo,Hargeisa,Baidoa', 'L00000000', 'ar', overLand, { partialBirthDates: 0.3 }],
  ['CHN', 22, 'chinese:92 tibetan:8', 'Fuzhou,Guangzhou,Beijing,Shenyang,Lhasa', 'L00000000', '', byAir],
  [
    'SYR',
    20,
    'levantine:88 kurdish:12',
    'Damascus,Aleppo,Homs,Al-Hasakah',
    'L00000000',
    'en',
    mixed,
    { stateless: 0.06 },
  ],
  ['PSE', 20, 'levantine:1', 'Gaza,Ramallah,Nablus,Hebron', 'L0000000', 'en', byAir, { stateless: 0.55 }],
  ['LBN', 18, 'levantine:1', 'Beirut,Tripoli,Sidon,Zahlé', 'LL0000000', 'fr en', byAir],
  ['GIN', 18, 'west-african:1', 'Conakry,Labé,Kankan', 'L0000000', 'fr', mixed, { partialBirthDates: 0.05 }],
  ['SEN', 17, 'west-african:1', 'Dakar,Thiès,Saint-Louis', 'L00000000', 'fr wo', byAir],
  [
    'TCD',
    12,
    'west-african:60 nile:40',
    'N’Djamena,Abéché,Moundou',
    'L0000000',
    'fr ar',
    byAir,
    { partialBirthDates: 0.1 },
  ],
  ['EGY', 17, 'nile:1', 'Cairo,Alexandria,Minya,Assiut', 'L00000000', 'en', byAir],
  ['SDN', 17, 'nile:1', 'Khartoum,Omdurman,Nyala,Port Sudan', 'L00000000', 'en', mixed, { partialBirthDates: 0.15 }],
  ['IRQ', 16, 'iraqi:62 kurdish:38', 'Baghdad,Basra,Mosul,Erbil', 'L00000000', 'en', mixed],
  ['BDI', 15, 'great-lakes:1', 'Bujumbura,Gitega,Ngozi', 'LL0000000', 'fr sw', overLand],
  ['RWA', 13, 'great-lakes:1', 'Kigali,Huye,Musanze', 'LL000000', 'en fr', byAir],
  ['UKR', 14, 'ukrainian:1', 'Kharkiv,Odesa,Kyiv,Mariupol', 'LL000000', 'ru en', byAir],
  ['RUS', 13, 'russian:1', 'Moscow,Saint Petersburg,Kazan,Novosibirsk', '000000000', 'en', mixed],
  ['HUN', 13, 'hungarian:1', 'Miskolc,Budapest,Ózd,Nyíregyháza', 'LL0000000', '', byAir],
  ['BRA', 12, 'brazilian:1', 'São Paulo,Belo Horizonte,Goiânia,Recife', 'LL000000', '', byAir],
  ['PER', 10, 'hispanic:1', 'Lima,Trujillo,Arequipa', '000000000', '', overLand],
  ['ECU', 9, 'hispanic:1', 'Guayaquil,Quito,Manta', 'L0000000', '', overLand],
  ['HND', 9, 'hispanic:1', 'San Pedro Sula,Tegucigalpa,La Ceiba', 'L000000', '', overLand],
  ['SLV', 8, 'hispanic:1', 'San Salvador,Santa Ana,San Miguel', 'L00000000', '', overLand],
  ['CUB', 7, 'hispanic:1', 'La Habana,Santiago de Cuba,Camagüey', 'L000000', '', mixed],
  ['JAM', 10, 'jamaican:1', 'Kingston,Montego Bay,Spanish Town', 'L0000000', '', byAir],
  ['NPL', 8, 'nepali:1', 'Kathmandu,Pokhara,Biratnagar', '00000000', 'hi en', byAir],
  ['VNM', 8, 'vietnamese:1', 'Hà Nội,Hải Phòng,Vinh', 'L0000000', '', byAir],
  [
    'MMR',
    7,
    'burmese:62 rohingya:38',
    'Yangon,Mandalay,Maungdaw,Sittwe',
    'LL000000',
    'en',
    byAir,
    { stateless: 0.35, partialBirthDates: 0.1 },
  ],
  ['GEO', 7, 'georgian:1', 'Tbilisi,Kutaisi,Batumi', '00LL00000', 'ru', mixed],
  ['ARM', 5, 'armenian:1', 'Yerevan,Gyumri,Vanadzor', 'LL0000000', 'ru', byAir],
  ['ALB', 6, 'albanian:1', 'Tirana,Shkodër,Durrës', 'LL0000000', 'it', byAir],
  ['ISR', 6, 'israeli:70 levantine:30', 'Haifa,Tel Aviv,Be’er Sheva', '00000000', 'en', byAir],
  ['HKG', 6, 'hong-kong:1', 'Hong Kong', 'L00000000', 'en', byAir, { second: 'GBR' }],
  ['IDN', 4, 'javanese:1', 'Jakarta,Surabaya,Banda Aceh', 'L0000000', '', byAir],
  ['PRK', 3, 'korean:1', 'Pyongyang,Chongjin,Hamhung', '000000000', '', byAir, { second: 'KOR' }],
  ['MNG', 3, 'mongolian:1', 'Ulaanbaatar,Darkhan', 'L0000000', 'ru', byAir],
]

/** Every country of origin of the demo. */
export const origins: readonly Origin[] = rows.map(
  ([country, weight, cultures, cities, passport, also, manners, more]) => ({
    country,
    weight,
    cultures: cultures.split(' ').map((entry) => {
      const [id = '', share = '1'] = entry.split(':')
      return [id, Number(share)] as const
    }),
    cities: cities.split(','),
    passport,
    alsoSpoken: also.split(' ').filter(Boolean),
    manners,
    stateless: more?.stateless ?? 0,
    partialBirthDates: more?.partialBirthDates ?? 0.005,
    ...(more?.second ? { second: more.second } : {}),
  }),
)
