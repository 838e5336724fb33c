import type { ErrorSpecs } from '../language.ts'

export const ruleErrors = {
  'rules.no_rule_set': {
    status: 422,
    retryable: false,
    message: {
      en: 'Passerelle holds no eligibility rules for a decision on {{date}}.',
      fr: 'Passerelle ne contient aucune règle de recevabilité pour une décision du {{date}}.',
    },
    next: {
      en: 'Check the date of the decision. Rules before 2019-06-21 are not kept.',
      fr: 'Vérifiez la date de la décision. Les règles antérieures au 2019-06-21 ne sont pas conservées.',
    },
  },
} as const satisfies ErrorSpecs
