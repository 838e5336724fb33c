import type { ReactNode } from 'react'
import { companions, persecutionGrounds, sexes } from '../../../../shared/domain/vocabulary.ts'
import { useText } from '../../../app/language.tsx'
import {
  ClaimCheckboxes,
  ClaimChoice,
  ClaimCountries,
  ClaimCountry,
  ClaimDate,
  ClaimLanguage,
  ClaimProvince,
  ClaimText,
  ClaimTextArea,
  ClaimYesNo,
} from '../ClaimFields.tsx'
import { Aliases, EarlierClaims } from '../steps/BackgroundStep.tsx'
import { Entries } from '../steps/EntryStep.tsx'
import { Legs } from '../steps/JourneyStep.tsx'
import { HeldPapers } from '../steps/PapersStep.tsx'
import { tidyPostalCode } from '../steps/postal-code.ts'
import { useField } from '../use-field.ts'
import css from './After.module.css'
import type { Topic } from './topics.ts'

/** The controls of one topic: the same as in the steps. */
export function TopicFields({ topic }: { topic: Topic }) {
  return <div className={css.controls}>{controls[topic]}</div>
}

const digits = (text: string) => text.replace(/[\s-]/g, '')

const controls: Readonly<Record<Topic, ReactNode>> = {
  familyName: <ClaimText name="familyName" maxLength={200} dir="auto" />,
  givenNames: <ClaimText name="givenNames" maxLength={200} dir="auto" />,
  nativeName: <ClaimText name="nativeName" maxLength={200} dir="auto" />,
  birthDate: <ClaimDate name="birthDate" partial />,
  sex: <Sex />,
  birthCountry: <ClaimCountry name="birthCountry" />,
  birthPlace: <ClaimText name="birthPlace" maxLength={200} dir="auto" />,
  citizenships: <ClaimCountries name="citizenships" />,
  formerResidence: <ClaimCountry name="formerResidence" />,
  clientId: <ClaimText name="clientId" tidy={digits} maxLength={14} inputMode="numeric" />,
  phone: <ClaimText name="phone" type="tel" maxLength={25} />,
  email: <ClaimText name="email" type="email" maxLength={254} />,
  address: <Address />,
  claimDate: <ClaimDate name="claimDate" />,
  channel: <Channel />,
  entries: <Entries />,
  grounds: <Grounds />,
  fearedCountries: <ClaimCountries name="fearedCountries" />,
  fearSummary: <ClaimTextArea name="fearSummary" minRows={4} maxLength={5000} dir="auto" />,
  narrative: <ClaimTextArea name="narrative" minRows={6} maxLength={20_000} dir="auto" />,
  aliases: <Aliases />,
  route: <Legs />,
  heldDocuments: <HeldPapers />,
  earlierClaims: <EarlierClaims />,
  officialLanguage: <OfficialLanguage />,
  spokenLanguage: <ClaimLanguage name="spokenLanguage" />,
  dialect: <ClaimText name="dialect" maxLength={100} />,
  interpreterNeeded: <ClaimYesNo name="interpreterNeeded" />,
  representative: <Representative />,
  workPermitRequested: <ClaimYesNo name="workPermitRequested" />,
  studyPermitRequested: <ClaimYesNo name="studyPermitRequested" />,
  vulnerability: (
    <>
      <ClaimYesNo name="vulnerable" />
      <ClaimTextArea name="vulnerability" maxLength={2000} dir="auto" />
    </>
  ),
  accessibility: (
    <>
      <ClaimYesNo name="accessibilityNeeded" />
      <ClaimTextArea name="accessibilityNeeds" maxLength={2000} dir="auto" />
    </>
  ),
  unableToAppreciate: <ClaimYesNo name="unableToAppreciate" />,
  child: <Child />,
  designated: (
    <>
      <ClaimYesNo name="designatedRepresentativeNeeded" />
      <ClaimText name="designatedRepresentativeName" maxLength={200} dir="auto" />
      <ClaimText name="designatedRepresentativeContact" maxLength={200} dir="auto" />
    </>
  ),
}

function Child() {
  const t = useText()
  return (
    <>
      <ClaimChoice name="companion" options={companions.map((value) => ({ value, label: t(`companion.${value}`) }))} />
      <ClaimText name="guardianName" maxLength={200} dir="auto" />
      <ClaimText name="guardianRelation" maxLength={100} dir="auto" />
      <ClaimText name="guardianContact" maxLength={200} dir="auto" />
      <ClaimText name="authorityNotified" maxLength={200} dir="auto" />
      <ClaimDate name="authorityNotifiedOn" />
    </>
  )
}

function Sex() {
  const t = useText()
  return <ClaimChoice name="sex" options={sexes.map((value) => ({ value, label: t(`field.sex_${value}`) }))} />
}

function Address() {
  return (
    <>
      <ClaimText name="addressLine" maxLength={200} dir="auto" />
      <ClaimText name="addressCity" maxLength={100} dir="auto" />
      <ClaimProvince />
      <ClaimText name="addressPostalCode" tidy={tidyPostalCode} maxLength={10} placeholder="A1A 1A1" />
    </>
  )
}

function Channel() {
  const t = useText()
  const options = (['port_of_entry', 'inland'] as const).map((value) => ({
    value,
    label: t(`field.channel_${value}`),
  }))
  return <ClaimChoice name="channel" options={options} />
}

function Grounds() {
  const t = useText()
  const options = persecutionGrounds.map((value) => ({ value, label: t(`field.grounds_${value}`) }))
  return <ClaimCheckboxes field={useField('grounds')} label={t('field.grounds')} options={options} />
}

function OfficialLanguage() {
  const t = useText()
  const options = (['en', 'fr'] as const).map((value) => ({ value, label: t(`field.officialLanguage_${value}`) }))
  return <ClaimChoice name="officialLanguage" options={options} />
}

function Representative() {
  const t = useText()
  const kinds = (['none', 'paid', 'unpaid'] as const).map((value) => ({
    value,
    label: t(`field.representativeKind_${value}`),
  }))
  return (
    <>
      <ClaimChoice name="representativeKind" options={kinds} />
      <ClaimText name="representativeName" maxLength={200} dir="auto" />
      <ClaimText name="representativeContact" maxLength={200} />
      <ClaimText name="representativeBody" maxLength={200} />
      <ClaimText name="representativeNumber" maxLength={50} />
    </>
  )
}
