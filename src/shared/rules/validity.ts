import type { Bilingual } from '../language.ts'
import { addYears, type IsoDate } from './dates.ts'
import { deadline } from './deadlines.ts'

export type ClaimantDocumentType = 'RPCD' | 'RPID'

/** How long a claimant document issued on a day is valid, and on whose word. */
export interface DocumentValidity {
  readonly rule: string
  readonly years: number
  readonly validUntil: IsoDate
  /** First day on which the document may be renewed before it expires. */
  readonly renewableFrom: IsoDate
  readonly citation: Bilingual
  /** True where no source states the period and the former one is carried on. */
  readonly assumed: boolean
}

/** The period of validity of a claimant document, by the instruction in force on its day of issue. */
export function documentValidity(type: ClaimantDocumentType, issued: IsoDate): DocumentValidity {
  const periods = history.filter((period) => period.types.includes(type) && period.from <= issued)
  const period = periods.at(-1) ?? firstPeriod
  const validUntil = addYears(issued, period.years)
  return {
    rule: period.id,
    years: period.years,
    validUntil,
    renewableFrom: deadline('rpid.renewal_window', validUntil).due,
    citation: period.citation,
    assumed: period.assumed ?? false,
  }
}

interface Period {
  readonly id: string
  readonly types: readonly ClaimantDocumentType[]
  readonly from: IsoDate
  readonly years: number
  readonly citation: Bilingual
  readonly assumed?: boolean
}

const bulletin = (number: number, en: string, fr: string): Bilingual => ({
  en: `IRCC Operational Bulletin ${number}${en}`,
  fr: `Bulletin opérationnel ${number} d’IRCC${fr}`,
})

const firstPeriod: Period = {
  id: 'validity.rpcd.2y',
  types: ['RPCD', 'RPID'],
  from: '0001-01-01',
  years: 2,
  citation: bulletin(652, ' (former default)', ' (ancienne valeur par défaut)'),
}

/** In the order of the days from which they hold. */
const history: readonly Period[] = [
  firstPeriod,
  { id: 'validity.rpcd.4y', types: ['RPCD'], from: '2018-05-01', years: 4, citation: bulletin(652, '', '') },
  { id: 'validity.rpcd.6y', types: ['RPCD'], from: '2024-04-01', years: 6, citation: bulletin(679, '', '') },
  {
    id: 'validity.rpid.6y',
    types: ['RPID'],
    from: '2025-03-25',
    years: 6,
    citation: bulletin(679, ', carried on for the RPID', ', repris pour le document d’identité du demandeur d’asile'),
    assumed: true,
  },
]
