import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phoneticKeys, phoneticWords } from '../../../src/shared/names/phonetic.ts'
import { searchTokens } from '../../../src/shared/names/search.ts'

const meet = (a: string, b: string) => phoneticKeys(a).some((key) => phoneticKeys(b).includes(key))

describe('names that sound alike share a key with the first of their row', () => {
  it.each([
    ['Arabic', 'Muhammad Mohamed Mohammed Mahamed Mohamad Muhammet Mehmet محمد Мухаммад Мохаммед'],
    ['Arabic', 'Hussein Hussain Husayn Hossein Hüseyin Husein حسين Гусейн'],
    ['Arabic', 'Yusuf Youssef Yousef Yusif Jusuf يوسف Юсуф'],
    ['Arabic', 'Ahmad Ahmed Akhmed Ахмед أحمد احمد'],
    ['Arabic', 'Abdulrahman Abdurrahman Abdelrahman Abdirahman Abdul-Rahman عبدالرحمن'],
    ['Arabic', 'Khalid Khaled Halid Halit خالد'],
    ['Arabic', 'Fatima Fatimah Fatma فاطمة'],
    ['Arabic', 'Hassan Hasan Alhassan Al-Hassan حسن'],
    ['Arabic, Turkish', 'Othman Osman Usman Uthman عثمان'],
    ['Persian', 'Reza Riza Ridha'],
    ['Persian', 'Hosseini Husseini حسینی'],
    ['Pashto', 'Ghani Gani Qani غني'],
    ['Hebrew', 'Cohen Kohen כהן'],
    ['Hebrew', 'Yosef Yossef יוסף'],
    ['Vietnamese', 'Nguyen Nguyễn'],
    ['Russian', 'Tchaikovsky Chaykovskiy Tschaikowski Czajkowski Чайковский'],
    ['Russian', 'Sergei Sergey Sergej Сергей'],
    ['Ukrainian', 'Volodymyr Wolodymyr Володимир'],
    ['Polish', 'Lukasz Łukasz'],
    ['Polish', 'Kowalski Kovalsky Ковальский'],
    ['Serbian', 'Milosevic Milošević Miloshevich Милошевић'],
    ['Serbian', 'Jovanovic Jovanović Yovanovich'],
    ['Azerbaijani', 'Huseynov Guseinov Гусейнов'],
    ['German', 'Müller Mueller Muller'],
    ['English', 'Knight Night Nite'],
    ['English', 'Catherine Katherine Kathryn'],
    ['French', 'Gauthier Gautier'],
    ['Spanish', 'Rodríguez Rodriguez Rodrigues'],
    ['Greek', 'Georgios Γεώργιος Giorgos'],
    ['Armenian', 'Hovhannisyan Հովհաննիսյան'],
    ['Georgian', 'Shevardnadze შევარდნაძე'],
    ['Amharic', 'Haile Hayle ኃይለ'],
    ['Tigrinya', 'Gebremariam Ghebremariam ገብረማርያም'],
    ['Hindi', 'Narendra Narender नरेंद्र'],
    ['Punjabi', 'Singh Sing ਸਿੰਘ'],
    ['Tamil', 'Subramaniam Subramanyam'],
    ['Chinese', 'Zhang Chang Jang 张'],
    ['Chinese', 'Xu Hsu Shu'],
    ['Chinese', 'Zhou Chou Chow'],
    ['Chinese', 'Li Lee'],
    ['Chinese', 'Wu Woo Vu'],
    ['Korean', 'Kim Gim 김'],
    ['Thai', 'Somchai สมชาย'],
    ['Hausa', 'Abubakar Abubacar'],
    ['Akan', 'Kofi Kɔfi Koffi'],
    ['Somali', 'Axmed Ahmed'],
  ])('%s: %s', (culture, row) => {
    const [first = '', ...others] = row.split(' ')
    // Somali writes its h as x, which stands for ks everywhere else: found by spelling only.
    for (const other of others) expect(`${other} ${meet(first, other)}`).toBe(`${other} ${culture !== 'Somali'}`)
  })
})

describe('keys', () => {
  it.each(['Ng', 'Wu', 'Li', 'O', 'Y', 'Ý', 'Xi', 'E', 'Al', 'Bin', '李', 'Ж'])('short names have one: %s', (name) => {
    expect(phoneticKeys(name).length).toBeGreaterThan(0)
  })

  it('short names of other vowels do not meet', () => {
    for (const [a, b] of [
      ['Li', 'Lu'],
      ['Wu', 'Wa'],
      ['O', 'I'],
      ['Ng', 'Na'],
    ] as const)
      expect(meet(a, b)).toBe(false)
  })

  it('names of other sounds do not meet', () => {
    const apart = ['Muhammad', 'Hussein', 'Tchaikovsky', 'Nguyen', 'Smith', 'Garcia', 'Haile', 'Kim', 'Wu', 'Yusuf']
    for (const a of apart) for (const b of apart) if (a !== b) expect(`${a} ${b} ${meet(a, b)}`).toBe(`${a} ${b} false`)
  })

  it('particles give none beside a name, and one alone', () => {
    expect(phoneticKeys('Osama bin al-Masri')).toEqual(phoneticKeys('Osama Masri'))
    expect(phoneticKeys('van der Berg')).toEqual(phoneticKeys('Berg'))
    expect(phoneticKeys('Bin')).toEqual(['PN'])
  })

  it('of the words of a search all meet what is indexed, also with particles', () => {
    for (const [search, indexed] of [
      ['Mohamed al-Hassan', 'Muhammad Hassan'],
      ['Abdul Rahman', 'Abdurrahman'],
      ['Alhassan', 'El Hassan'],
    ] as const) {
      const keys = phoneticKeys(indexed)
      for (const word of phoneticWords(search)) expect(word.some((key) => keys.includes(key))).toBe(true)
    }
  })

  it('come word by word for a search', () => {
    expect(phoneticWords('Muhammad Li')).toEqual([['MHMT'], ['LI']])
  })

  it('every word of Latin letters has a key, and keys are capital letters or digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zà-öø-ÿ]{1,30}$/), (word) => {
        const keys = phoneticKeys(word)
        expect(keys.length).toBeGreaterThan(0)
        for (const key of keys) expect(key).toMatch(/^[A-Z0]+$/)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void phoneticKeys(text)))
  })
})

describe('search tokens of a person', () => {
  it('hold every name once: as written, in Latin letters, by sound', () => {
    expect(
      searchTokens({
        familyName: 'Al-Masri',
        givenNames: 'Mohamed',
        nativeName: 'محمد المصري',
        otherNames: ['', 'MOHAMED'],
      }),
    ).toEqual({
      folded: 'al masri mohamed محمد المصري',
      latin: 'al masri mohamed mhmd almsry',
      phonetic: expect.arrayContaining(['MSR', 'MHMT']),
    })
  })

  it('of a name in Latin letters are the same twice', () => {
    const { folded, latin } = searchTokens({ familyName: 'García Márquez', givenNames: 'Gabriel', nativeName: null })
    expect(folded).toBe('garcia marquez gabriel')
    expect(latin).toBe(folded)
  })

  it('cost no more than in proportion to the length of a name, whatever was pasted', () => {
    // The time of the processor, which a busy computer does not lengthen; as many letters in all each time.
    const cost = (letters: number) => {
      const names = ['ab', 'Чу', 'abdul', ' -', "o'", 'ch'].map((part) => part.repeat(letters / part.length))
      const start = process.threadCpuUsage()
      for (let done = 0; done < 60_000; done += letters) searchTokens({ otherNames: names })
      const { user, system } = process.threadCpuUsage(start)
      return user + system
    }
    cost(2_000)
    expect(cost(20_000) / cost(2_000)).toBeLessThan(5)
  })
})
