/**
 * Reports a bug on stderr: its kind and where, never its message, which may hold what somebody typed.
 * @param reference what the window showed the officer, where somebody saw it
 */
export function reportBug(error: unknown, reference?: string): void {
  const { name, stack = '' } = error instanceof Error ? error : new TypeError()
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`Bug: ${name}${reference ? ` (reference ${reference})` : ''}`, ...frames].join('\n'))
}
