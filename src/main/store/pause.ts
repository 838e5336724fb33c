import type { Timers } from '../../shared/ports.ts'

/** Lets everything else that waits have its turn: long work in this thread stops here after each batch. */
export const pause = (timers: Timers): Promise<void> => new Promise((resolve) => void timers.after(0, resolve))
