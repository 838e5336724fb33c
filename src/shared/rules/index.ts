/** Placeholder until the rules land: the result of evaluating eligibility. */
export interface Evaluation {
  readonly proposed: string
}
