/** A text with its fields, such as {{name}}, filled; a field without a value stays in its braces. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] || whole)
