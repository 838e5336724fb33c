/** Was an id typed as the program writes it? Anything else is of nobody, and no question for the database. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
