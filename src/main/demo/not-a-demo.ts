/** The folder holds a desk that is no demo: nothing of it is touched. */
export class NotADemoFolder extends Error {
  override readonly name = 'NotADemoFolder'
}
