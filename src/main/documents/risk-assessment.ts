/** After an ineligible decision a document is for those who may ask for a PRRA (facts: domain 1.1, 2.2). */
export const riskAssessmentPossible = (grounds: readonly string[]): boolean =>
  grounds.length > 0 && grounds.every((ground) => !closedToRiskAssessment.includes(ground))

const closedToRiskAssessment = ['irpa.101.1.a', 'irpa.101.1.b', 'irpa.101.1.e', 'irpa.99.3']
