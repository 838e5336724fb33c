/** Reports a bug on stderr: its kind and where, never its message, which may hold what somebody typed. */
export function reportBug(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new TypeError()
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`Bug: ${name}`, ...frames].join('\n'))
}
