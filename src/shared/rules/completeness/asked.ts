import { formAsking } from '../../forms/forms.ts'
import { lacksWords } from '../../record/answer.ts'
import { listNames, listOf } from '../../record/lists.ts'
import { questionIds, questionOf } from '../../record/questions.ts'
import { irpr, rpdRule, serviceStandard } from '../citation.ts'
import { type Finding, inEvidence, inForm, inStep, type Rule } from '../finding.ts'

/** What was begun and not ended, or never asked. */

const form = (name: string): string => formAsking(name)?.id ?? 'imm0008'

/** A row without what a row of its list must say. */
export const halfRows: Rule = ({ record }) =>
  listNames.flatMap((list) =>
    record.rows[list].flatMap(({ id, values }): Finding[] => {
      const { one, needed, columns } = listOf(list)
      const lacks = needed.filter((column) => values[column] === undefined)
      if (lacks.length === 0) return []
      const what = (language: 'en' | 'fr') => lacks.map((column) => columns[column]?.text[language]).join(', ')
      return [
        {
          rule: 'half_row',
          key: `half_row.${list}.${id}`,
          severity: 'look',
          message: {
            en: `${one.en}: not filled: ${what('en')}.`,
            fr: `${one.fr}\u00a0: non rempli\u00a0: ${what('fr')}.`,
          },
          at: inForm(form(list), list, id),
          citation: formAsking(list)?.source ?? serviceStandard,
          ask: { en: `Ask for: ${what('en')}.`, fr: `Demandez\u00a0: ${what('fr')}.` },
          facts: [id, lacks],
        },
      ]
    }),
  )

/** A "yes" (or a "no") that asks for words and has none. */
export const unexplained: Rule = ({ record }) =>
  questionIds
    .filter((id) => lacksWords(questionOf(id).answer, record.answers[id]))
    .map((id): Finding => {
      const { text } = questionOf(id)
      return {
        rule: 'unexplained',
        key: `unexplained.${id}`,
        severity: 'look',
        message: { en: `Not explained: ${text.en}`, fr: `Non expliqué\u00a0: ${text.fr}` },
        at: inForm(form(id), id),
        citation: formAsking(id)?.source ?? serviceStandard,
        ask: {
          en: 'Ask for what happened, when, where and why.',
          fr: 'Demandez ce qui s’est passé, quand, où et pourquoi.',
        },
        facts: record.answers[id],
      }
    })

/** IRPR s. 206: a referred claimant who cannot support themselves may have a work permit; it must be asked for. */
export const permitNotRequested: Rule = ({ claim }) =>
  claim.workPermitRequested !== undefined
    ? []
    : [
        {
          rule: 'permit_not_requested',
          key: 'permit_not_requested',
          severity: 'note',
          message: {
            en: 'Nobody asked whether the person wants a work permit.',
            fr: 'Personne n’a demandé si la personne veut un permis de travail.',
          },
          at: inStep('measures'),
          citation: irpr('206'),
          ask: {
            en: 'Ask whether the person can live without public help, and whether they want a work permit.',
            fr: 'Demandez si la personne peut subvenir à ses besoins sans aide publique et si elle veut un permis de travail.',
          },
          facts: null,
        },
      ]

/** A claim made inside Canada says how the person came in. */
export const inlandWithoutProof: Rule = ({ claim, record, evidence }) => {
  if (claim.channel !== 'inland') return []
  const shown = evidence.some(({ kind, aside }) => kind === 'entry' && !aside)
  if (shown || record.answers['who.statusProof'] || claim.entries?.length) return []
  return [
    {
      rule: 'inland_without_proof',
      key: 'inland_without_proof',
      severity: 'serious',
      message: {
        en: 'Claim inside Canada: neither proof of status nor any entry is recorded.',
        fr: 'Demande présentée au Canada\u00a0: ni preuve de statut ni entrée n’est consignée.',
      },
      at: inForm('imm0008', 'who.statusProof'),
      against: inStep('entry'),
      citation: irpr('28(d)'),
      ask: {
        en: 'Ask when, where and with which document the person entered, and for a stamp, ticket or permit.',
        fr: 'Demandez quand, où et avec quel document la personne est entrée, et un timbre, un billet ou un permis.',
      },
      facts: [claim.channel],
    },
  ]
}

/** Evidence that nobody can read, or in a language of neither proceeding, needs a better copy or a translation. */
export const unreadable: Rule = ({ evidence }) =>
  evidence
    .filter(({ legibility, aside }) => legibility === 'unreadable' && !aside)
    .map(
      ({ id, sha256 }): Finding => ({
        rule: 'unreadable',
        key: `unreadable.${id}`,
        severity: 'look',
        message: { en: 'A piece of evidence cannot be read.', fr: 'Une preuve est illisible.' },
        at: inEvidence,
        citation: rpdRule('31'),
        ask: { en: 'Ask for a better copy.', fr: 'Demandez une meilleure copie.' },
        facts: sha256,
      }),
    )

export const untranslated: Rule = ({ evidence }) => {
  const counted = evidence.filter(({ aside }) => !aside)
  if (counted.some(({ kind }) => kind === 'translation')) return []
  return counted
    .filter(({ language, kind }) => language && !['en', 'fr'].includes(language) && kind !== 'passport')
    .map(
      ({ id, language }): Finding => ({
        rule: 'untranslated',
        key: `untranslated.${id}`,
        severity: 'look',
        message: {
          en: `Evidence in another language (${language}) without a translation.`,
          fr: `Preuve dans une autre langue (${language}) sans traduction.`,
        },
        at: inEvidence,
        citation: rpdRule('32'),
        ask: {
          en: 'Ask for a translation into English or French with the translator’s declaration.',
          fr: 'Demandez une traduction en anglais ou en français avec la déclaration du traducteur.',
        },
        facts: [id, language],
      }),
    )
}

/** A form in large print, braille or on paper that was asked for and is not handed over yet. */
export const formatsOwed: Rule = ({ record }) =>
  record.rows.formats
    .filter(({ values }) => values.askedOn && !values.sentOn)
    .map(
      ({ id, values }): Finding => ({
        rule: 'format_owed',
        key: `format_owed.${id}`,
        severity: 'look',
        message: {
          en: `Alternative format asked for on ${values.askedOn}, not handed over yet.`,
          fr: `Autre format demandé le ${values.askedOn}, pas encore remis.`,
        },
        at: inForm('imm0008', 'formats', id),
        citation: { en: 'Accessible Canada Act', fr: 'Loi canadienne sur l’accessibilité' },
        ask: {
          en: 'Hand it over, and note the day.',
          fr: 'Remettez-le et consignez le jour.',
        },
        facts: values,
      }),
    )
