export function electronPath(): string | undefined
