import { webcrypto } from 'node:crypto'

/** The cryptography that makers of certificates want handed in; its keys come from the system's own random numbers. */
export const webCrypto = webcrypto
