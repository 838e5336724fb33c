/** Most bytes of the body of one event, UTF-8 of its JSON: no desk writes a longer one, and the central takes none. */
export const mostBodyBytes = 64 * 1024
