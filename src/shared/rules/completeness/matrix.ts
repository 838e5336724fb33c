import { type Aspect, aspects, aspectWords, type Evidence } from '../../record/evidence.ts'
import type { RowValues } from '../../record/record.ts'
import { irpa, rpdRule } from '../citation.ts'
import { type Finding, inForm, type RecordInput, type Rule } from '../finding.ts'

/** Each threat against what supports it: evidence, an explanation, or nothing. */

export type Support = 'supported' | 'explained' | 'nothing'

export interface MatrixRow {
  /** The row of the list of threats. */
  readonly risk: string
  readonly what: string
  readonly country?: string
  readonly cells: Readonly<Record<Aspect, { readonly support: Support; readonly evidence: readonly string[] }>>
}

/** The threats of a claim by what is shown of each. */
export function matrixOf({ record, evidence }: Pick<RecordInput, 'record' | 'evidence'>): MatrixRow[] {
  const counted = evidence.filter(({ aside, legibility }) => !aside && legibility !== 'unreadable')
  return record.rows.risks.map(({ id, values }) => ({
    risk: id,
    what: String(values.what ?? ''),
    ...(values.country ? { country: String(values.country) } : {}),
    cells: {
      threat: cell('threat', id, values, counted),
      protection: cell('protection', id, values, counted),
      return: cell('return', id, values, counted),
    },
  }))
}

function cell(
  aspect: Aspect,
  risk: string,
  values: RowValues,
  counted: readonly Evidence[],
): MatrixRow['cells'][Aspect] {
  const evidence = counted.filter(({ supports }) => supports?.includes(`${aspect}:${risk}`)).map(({ id }) => id)
  return { evidence, support: evidence.length > 0 ? 'supported' : explained(aspect, values) }
}

/** Words of the person stand for an explanation; the threat itself is explained by how it was told. */
function explained(aspect: Aspect, values: RowValues): Support {
  const words = { threat: values.what, protection: values.protection, return: values.return }[aspect]
  return words ? 'explained' : 'nothing'
}

export const unsupported: Rule = (input) =>
  matrixOf(input).flatMap(({ risk, cells }, at) =>
    aspects
      .filter((aspect) => cells[aspect].support === 'nothing')
      .map(
        (aspect): Finding => ({
          rule: 'unsupported',
          key: `unsupported.${aspect}.${risk}`,
          severity: 'look',
          message: {
            en: `Threat ${at + 1}: neither evidence nor words on “${aspectWords[aspect].en}”.`,
            fr: `Menace ${at + 1}\u00a0: ni preuve ni explication sur «\u00a0${aspectWords[aspect].fr}\u00a0».`,
          },
          at: inForm('boc', 'risks', risk),
          citation: rpdRule('11'),
          ask: asks[aspect],
          facts: [risk, aspect],
        }),
      ),
  )

const asks: Readonly<Record<Aspect, { en: string; fr: string }>> = {
  threat: { en: 'Ask what would happen, and from whom.', fr: 'Demandez ce qui arriverait, et de la part de qui.' },
  protection: {
    en: 'Ask to whom the person turned for protection, and what came of it, or why they did not.',
    fr: 'Demandez à qui la personne s’est adressée pour être protégée et avec quel résultat, ou pourquoi elle ne l’a pas fait.',
  },
  return: {
    en: 'Ask why the person cannot go back today.',
    fr: 'Demandez pourquoi la personne ne peut retourner aujourd’hui.',
  },
}

/** Whether another part of the country would be safe is the Board's question: IRPA s. 97(1)(b)(ii). Never an officer's ground. */
export const relocationUnaddressed: Rule = ({ record }) =>
  record.rows.risks.length === 0 ||
  record.answers['boc.movedInside'] ||
  record.rows.moves.length > 0 ||
  record.none.has('moves')
    ? []
    : [
        {
          rule: 'relocation_unaddressed',
          key: 'relocation_unaddressed',
          severity: 'note',
          message: {
            en: 'Nothing is said of living safely elsewhere in the country. For the referral package only: no ground of eligibility.',
            fr: 'Rien n’est dit de la possibilité de vivre en sécurité ailleurs dans le pays. Pour le dossier de déféré seulement\u00a0: ce n’est pas un motif de recevabilité.',
          },
          at: inForm('boc', 'boc.movedInside'),
          citation: irpa('97(1)(b)(ii)'),
          ask: {
            en: 'Ask whether the person tried to live elsewhere in the country, or why not. Record the answer; do not weigh it.',
            fr: 'Demandez si la personne a tenté de vivre ailleurs dans le pays, ou pourquoi pas. Consignez la réponse sans l’évaluer.',
          },
          referralOnly: true,
          facts: null,
        },
      ]
