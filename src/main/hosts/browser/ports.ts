import { fail, ok } from '../../../shared/result.ts'
import type { Ports, Practice } from '../../ports/types.ts'
import { cupsPrinters, printWithCups } from '../cups.ts'
import type { Papers } from './papers.ts'

/**
 * What the browser host can do for the desk. It has no windows of its own: files are saved by the browser, and printed
 * by CUPS where it has a printer, else by the browser. At a kiosk nothing is handed to the browser to save. There is no
 * keychain that a plain Node program could trust.
 */
export const browserPorts = (papers: Papers, practice: Practice, kiosk = false): Ports => ({
  practice,
  dialogs: {
    saveFile: async (file) =>
      kiosk
        ? fail('host.no_files_at_kiosk')
        : ok({ by: 'window', address: papers.put({ file, disposition: 'attachment' }) }),
    openFile: async () => fail('host.dialog_unavailable'),
    openFolder: async () => fail('host.dialog_unavailable'),
  },
  printing: {
    listPrinters: cupsPrinters,
    async printPdf(bytes, options) {
      const { closings } = papers
      const printers = await cupsPrinters()
      if (printers.length > 0) return printWithCups(bytes, options, printers)
      if (papers.closings !== closings) return ok({ by: 'cancelled' }) // the officer left while CUPS was asked
      const file = { name: `${options.title}.pdf`, type: 'application/pdf', bytes }
      return ok({ by: 'window', address: papers.put({ file, disposition: 'inline' }) })
    },
  },
  keychain: {
    available: async () => false,
    protect: async () => fail('host.keychain_unavailable'),
    unprotect: async () => fail('host.keychain_unavailable'),
  },
})
