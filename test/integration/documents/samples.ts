import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { loadDocumentFonts } from '../../../src/main/documents/fonts.ts'
import type { AcknowledgementData, ClaimantDocumentData } from '../../../src/shared/documents/data.ts'
import type { InterviewData, PreparationData, ReferralData } from '../../../src/shared/documents/letter-data.ts'
import type { PhotoReturnData } from '../../../src/shared/documents/photo-return-data.ts'
import type { ConditionsData, CoverData, NoticeOfSeizureData } from '../../../src/shared/documents/plain-data.ts'
import type { ResidenceData } from '../../../src/shared/documents/residence-data.ts'
import { conditionsThatHold } from '../../../src/shared/documents/templates/conditions.ts'
import { coverTemplate } from '../../../src/shared/documents/templates/cover.ts'
import { unwrap } from '../../../src/shared/result.ts'

/** Invented people on invented papers. */

/** The faces of the product, loaded once for the test file. */
export const fonts = unwrap(loadDocumentFonts((file) => readFileSync(`assets/fonts/${file}`)))

/** A drawn head and shoulders, 420 x 540: the same bytes every time. */
export async function drawnPortrait(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="540"><rect width="420" height="540" fill="#eceff1"/>
    <path d="M40 540c0-110 70-150 170-150s170 40 170 150z" fill="#37474f"/><ellipse cx="210" cy="235" rx="105" ry="140" fill="#c58c6a"/>
    <path d="M100 215c0-140 220-140 220 0-30-60-60-70-110-70s-80 10-110 70z" fill="#3e2723"/>
    <circle cx="170" cy="230" r="9"/><circle cx="250" cy="230" r="9"/><path d="M175 305q35 18 70 0" stroke="#7b3f2a" stroke-width="6" fill="none"/></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
}

export const portrait = await drawnPortrait()
export const portraitSha256 = createHash('sha256').update(portrait).digest('hex')

const holder = {
  documentNumber: 'R48219370',
  clientId: '11-2048-1930',
  applicationNumber: 'E000482193',
  familyName: 'Al-Ahmad',
  givenNames: 'Muhammad Yusuf',
  nativeName: 'محمد يوسف الأحمد',
  birthDate: '1991-04-23',
  citizenships: [{ code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } }],
  portraitSha256,
  issueDate: '2026-11-22',
  issuedAt: '2026-11-22T15:04:05Z',
  office: { en: 'Toronto Pearson International Airport', fr: 'Aéroport international Pearson de Toronto' },
  issuedBy: 'Officer 41877',
  ifhp: true,
  firstLanguage: 'en',
} as const

export const claimant = (change: Partial<ClaimantDocumentData> = {}): ClaimantDocumentData => ({
  ...holder,
  citizenships: [...holder.citizenships],
  kind: 'RPID',
  stockSerial: 'BP7100000',
  countryOfBirth: { code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } },
  validUntil: '2032-11-21',
  conditions: [
    {
      en: 'Report to the officer when and where you are told to.',
      fr: 'Vous présenter à l’agent aux dates et aux lieux indiqués.',
    },
    {
      en: 'Tell us your new address before you move.',
      fr: 'Nous communiquer votre nouvelle adresse avant de déménager.',
    },
    { en: 'Attend the medical examination within 30 days.', fr: 'Passer l’examen médical dans les 30 jours.' },
  ],
  remarks: null,
  replacement: false,
  replacesNumber: null,
  mrzLines: ['IRCANAL<AHMAD<<MUHAMMAD<YUSUF<<<<<<<', 'R482193701SYR9104230<3211216<<<<<<<4'],
  ...change,
})

export const acknowledged = (change: Partial<AcknowledgementData> = {}): AcknowledgementData => ({
  ...holder,
  citizenships: [...holder.citizenships],
  documentNumber: 'A10023456',
  claimDate: '2026-11-20',
  suspended: false,
  appointment: {
    date: '2026-12-14',
    time: '09:30',
    place: { en: '5343 Dundas Street West, 4th floor, Etobicoke', fr: '5343, rue Dundas Ouest, 4ᵉ étage, Etobicoke' },
    bring: [
      { en: 'this letter', fr: 'la présente lettre' },
      { en: 'all identity documents', fr: 'tous vos documents d’identité' },
      { en: 'your Basis of Claim Form', fr: 'votre formulaire FDA' },
    ],
  },
  ...change,
})

const coverPapers = coverTemplate(holder.issueDate)?.papers ?? expectTemplate()
function expectTemplate(): never {
  throw new Error('No cover wording')
}

const plainHolder = { ...holder, citizenships: [...holder.citizenships], portraitSha256: null } as const

export const seizureNotice = (change: Partial<NoticeOfSeizureData> = {}): NoticeOfSeizureData => ({
  ...plainHolder,
  citizenships: [...holder.citizenships],
  documentNumber: 'E000482193S1',
  seized: [
    {
      what: { en: 'Passport', fr: 'Passeport' },
      number: 'N004410927',
      country: { code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } },
      on: '2026-11-22',
      place: 'Toronto Pearson International Airport, Terminal 1, secondary examination',
      ground: 'Necessary to carry out the purposes of the Act: identity and nationality are to be established.',
    },
    {
      what: { en: 'Identity card', fr: 'Carte d’identité' },
      number: null,
      country: null,
      on: '2026-11-22',
      place: 'Toronto Pearson International Airport',
      ground: 'Reasonable grounds to believe that it was fraudulently obtained: the photograph was substituted.',
    },
  ],
  ...change,
})

export const conditionsSheet = (change: Partial<ConditionsData> = {}): ConditionsData => ({
  ...plainHolder,
  citizenships: [...holder.citizenships],
  documentNumber: 'E000482193C1',
  version: '2026-05',
  conditions: conditionsThatHold(holder.issueDate, { letIn: true, minor: false, departureOrder: 'conditional' }).map(
    ({ text, citation }) => ({ text, citation }),
  ),
  ...change,
})

export const coverSheet = (change: Partial<CoverData> = {}): CoverData => ({
  documentNumber: 'E000482193P1',
  applicationNumber: holder.applicationNumber,
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: holder.firstLanguage,
  portraitSha256: null,
  members: ['Muhammad Yusuf', 'Amina'].map((givenNames, at) => ({
    familyName: 'Al-Ahmad',
    givenNames,
    applicationNumber: `E00048219${3 + at}`,
    papers: [
      { title: coverPapers.RPID, number: `R4821937${at}`, pages: 1 },
      { title: coverPapers.seizure, number: `E00048219${3 + at}S1`, pages: 1 },
      { title: coverPapers.conditions, number: `E00048219${3 + at}C1`, pages: 1 },
    ],
  })),
  ...change,
})

export const returnedPhoto = (change: Partial<PhotoReturnData> = {}): PhotoReturnData => ({
  documentNumber: 'E000482193F1',
  applicationNumber: holder.applicationNumber,
  clientId: holder.clientId,
  familyName: holder.familyName,
  givenNames: holder.givenNames,
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: holder.firstLanguage,
  portraitSha256: null,
  photoId: '0198c0de-0000-7000-8000-000000000009',
  told: [{ en: 'The photo is too dark.', fr: 'La photo est trop sombre.' }],
  ...change,
})

const somali = { en: 'Somali', fr: 'somali' }
const relative = { name: 'Al-Ahmad, Amina', applicationNumber: 'E000482194', clientId: '11-2048-1931' }

export const referralLetter = (change: Partial<ReferralData> = {}): ReferralData => ({
  ...plainHolder,
  citizenships: [...holder.citizenships],
  documentNumber: 'E000482193R1',
  sex: 'M',
  detention: null,
  contact: { address: '1200 Main Street, Cornwall, ON, K6H 5R5', phone: '613 555 0100', email: 'someone@example.org' },
  counsel: { name: 'Leila Haddad', contact: '500 Place d’Armes, Montréal' },
  officialLanguage: 'en',
  referredOn: '2026-11-22',
  fearedCountries: [...holder.citizenships],
  representative: { needed: false, name: null, contact: null },
  interpreter: { needed: true, language: somali, dialect: 'Maay' },
  relatives: [relative],
  channel: 'port_of_entry',
  seizureNotices: ['E000482193S1'],
  needs: 'a sign-language interpreter',
  basisOfClaimDue: '2027-01-06',
  ...change,
})

/** The same when nobody recorded anything that may be missing. */
export const bareReferral = (change: Partial<ReferralData> = {}): ReferralData =>
  referralLetter({
    sex: null,
    birthDate: null,
    clientId: null,
    contact: { address: null, phone: null, email: null },
    counsel: null,
    officialLanguage: null,
    fearedCountries: [],
    representative: { needed: null, name: null, contact: null },
    interpreter: { needed: null, language: null, dialect: null },
    relatives: [],
    seizureNotices: [],
    needs: null,
    basisOfClaimDue: null,
    ...change,
  })

export const interviewNotice = (change: Partial<InterviewData> = {}): InterviewData => ({
  ...plainHolder,
  citizenships: [...holder.citizenships],
  documentNumber: 'E000482193N1',
  date: '2026-12-14',
  time: '09:30',
  minutes: 90,
  zone: { en: 'Eastern Time', fr: 'heure de l’Est' },
  place: '5343 Dundas Street West, 4th floor, Etobicoke',
  interpreter: { needed: true, language: somali, dialect: null },
  family: [{ name: relative.name, applicationNumber: relative.applicationNumber }],
  ...change,
})

export const preparationSheet = (change: Partial<PreparationData> = {}): PreparationData => ({
  ...interviewNotice(),
  documentNumber: 'E000482193G1',
  lacking: [
    { en: 'A photo of you', fr: 'Une photo de vous' },
    { en: 'Send a document, due 2026-12-01', fr: 'Envoyer un document, au plus tard le 2026-12-01' },
  ],
  ...change,
})

export const residence = (change: Partial<ResidenceData> = {}): ResidenceData => ({
  documentNumber: 'T112048193001',
  clientId: holder.clientId,
  applicationNumber: holder.applicationNumber,
  familyName: holder.familyName,
  givenNames: holder.givenNames,
  nativeName: null,
  birthDate: holder.birthDate,
  birthPlace: 'Aleppo',
  countryOfBirth: { code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } },
  sex: 'M',
  maritalStatus: 'married',
  citizenships: [...holder.citizenships],
  passport: {
    number: 'N004410927',
    validUntil: '2029-03-01',
    country: { code: 'SYR', name: { en: 'Syria', fr: 'Syrie' } },
  },
  familyRole: 'principal',
  heightCm: 178,
  eyeColour: 'brown',
  category: 'CR9',
  residentSince: '2026-11-22',
  address: '1200 Main Street, Cornwall, ON  K6H 5R5',
  conditions: [],
  signedBy: 'holder',
  portraitSha256,
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: 'en',
  ...change,
})
