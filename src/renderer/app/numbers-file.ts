const longest = 100_000

/** The text of a numbers file. A file far too long to be one is cut, so that the desk refuses it for what it holds. */
export const textOf = async (file: File): Promise<string> => (await file.slice(0, longest).text()).slice(0, longest)
