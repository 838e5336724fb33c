import type { Bilingual } from '../language.ts'

/**
 * Questions of the eligibility interview, versioned. Short and open, never leading: a discrepancy is put to the person and
 * its explanation written down (IRCC instructions on interviews). Notes keep the id of the question that was asked.
 */
export interface InterviewTemplate {
  readonly id: string
  readonly questions: readonly { readonly id: string; readonly text: Bilingual }[]
}

/** Most characters of one answer. */
export const longestAnswer = 20_000

const q = (id: string, en: string, fr: string) => ({ id, text: { en, fr } })

export const interviewTemplates: readonly InterviewTemplate[] = [
  {
    id: 'eligibility/2026-11',
    questions: [
      q(
        'opening',
        'The person understands the interpreter, was told the purpose and of the duty to answer truthfully (IRPA s. 100(1.1)).',
        'La personne comprend l’interprète; le but et l’obligation de dire la vérité (LIPR, art. 100(1.1)) lui ont été expliqués.',
      ),
      q('why', 'Why do you ask Canada for protection?', 'Pourquoi demandez-vous la protection du Canada?'),
      q('feared', 'Whom or what do you fear?', 'Qui ou quoi craignez-vous?'),
      q('return', 'What would happen if you went back?', 'Que se passerait-il si vous y retourniez?'),
      q(
        'route',
        'How did you come to Canada, through which countries?',
        'Comment êtes-vous venu au Canada, par quels pays?',
      ),
      q('helpers', 'Who helped you on the way?', 'Qui vous a aidé en route?'),
      q(
        'status',
        'Do you have status or protection in any country?',
        'Avez-vous un statut ou une protection dans un pays?',
      ),
      q('claims', 'Have you asked for protection before, anywhere?', 'Avez-vous déjà demandé l’asile, où que ce soit?'),
      q('arrests', 'Have you been arrested, charged or convicted?', 'Avez-vous été arrêté, accusé ou condamné?'),
      q(
        'service',
        'Have you served in an army, police or armed group?',
        'Avez-vous servi dans une armée, une police ou un groupe armé?',
      ),
      q('relatives', 'Which relatives do you have in Canada?', 'Quels proches avez-vous au Canada?'),
      q(
        'discrepancies',
        'Discrepancies put to the person, and the explanation',
        'Contradictions présentées à la personne, et l’explication',
      ),
      q(
        'closing',
        'What else should we know? Read back and confirmed?',
        'Que devons-nous savoir d’autre? Relu et confirmé?',
      ),
    ],
  },
]

export const interviewTemplate = (id: string): InterviewTemplate | undefined =>
  interviewTemplates.find((each) => each.id === id)
export const currentTemplate = interviewTemplates.at(-1) as InterviewTemplate
