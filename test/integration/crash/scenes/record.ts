import { type Desk, portraitOf, type Ready, reason, type Scenes } from './scene.ts'

const bases: string[] = []
const row = 'row.addresses.0198c0de-0000-7000-8000-0000000000a1'
const said = { from: '2019-03', city: 'Homs', country: 'SYR' }

/** The claim with a row of its record. */
const withRow = async (desk: Desk, { intake: claimId }: Ready) => {
  await desk.record.set({ claimId, fields: { [row]: said }, source: 'typed', bases })
  return claimId
}

const guides = {
  format: 'passerelle-guides-1',
  guides: [
    {
      country: 'SYR',
      version: '2027-01',
      reviewed: '2026-11-20',
      verified: true,
      languages: { en: 'Arabic', fr: 'arabe' },
      identity: [],
      police: [],
      medical: [],
      sources: ['the mission'],
    },
  ],
}

export const recordScenes: Scenes<'record' | 'guides'> = {
  'guides.import': {
    'a newer one': { as: 'gwen', input: () => ({ file: new File([JSON.stringify(guides)], 'guides.json') }) },
  },
  'record.set': {
    'rows and answers of a paper form': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({
        claimId,
        fields: { [row]: said, 'record.past.detained': { yes: false } },
        source: 'paper',
        form: 'imm5669/2026-11',
        bases,
      }),
    },
    'a row removed': {
      as: 'amelie',
      input: async (desk, ready) => ({
        claimId: await withRow(desk, ready),
        fields: { [row]: null },
        source: 'typed',
        bases,
      }),
    },
    'what was missing': {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.record.receive({ claimId, on: '2026-11-20', by: 'paper' })
        return { claimId, fields: { 'record.boc.noDocuments': 'none left' }, source: 'typed', bases }
      },
    },
  },
  'record.correct': {
    row: {
      as: 'amelie',
      input: async (desk, ready) => ({
        claimId: await withRow(desk, ready),
        fields: { [row]: { ...said, city: 'Hama' } },
        reason,
        bases,
      }),
    },
  },
  'record.receive': {
    'on paper': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, on: '2026-11-20', by: 'paper' }),
    },
  },
  'record.dismiss': {
    'a finding': {
      as: 'amelie',
      input: async (desk, ready) => {
        const claimId = await withRow(desk, ready)
        const { findings } = await desk.record.get({ claimId })
        return { claimId, finding: findings[0]?.key ?? '', reason }
      },
    },
  },
  'record.setAside': {
    'a piece': {
      as: 'amelie',
      input: async (desk, ready) => {
        const { intake: claimId } = ready
        const { evidence } = await desk.record.addEvidence({ claimId, file: portraitOf(ready), source: 'file' })
        return { claimId, evidence: evidence[0]?.id ?? '', why: 'other_person', reason }
      },
    },
  },
  'record.addEvidence': {
    'a picture': {
      as: 'amelie',
      input: (_, ready) => ({ claimId: ready.intake, file: portraitOf(ready), source: 'file' }),
    },
  },
}
