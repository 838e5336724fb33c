/** The first eight signs of a desk's id (UUID), as every screen names it: `0198 C0DE`. */
export const deskCode = (device: string): string => `${device.slice(0, 4)} ${device.slice(4, 8)}`.toUpperCase()
