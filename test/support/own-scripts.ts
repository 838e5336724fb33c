import { cultures } from '../../src/main/demo/cultures/index.ts'
import type { FontFace } from '../../src/shared/documents/display-list.ts'

/** Names in every script that the papers print: those of the demo's people, and some that are hard to set. */

interface OwnScript {
  readonly face: FontFace
  /** ISO 15924. */
  readonly code: string
  /** Letters that join, melt together, change places, stack, or bear marks. */
  readonly hard: readonly string[]
}

export const ownScripts: readonly OwnScript[] = [
  { face: 'bold', code: 'Latn', hard: ['Nguyễn Thị Ý', 'Đặng Hồ Thuỵ', 'Ọ̀ṣun İĞDIR', 'Łukasz Øster', 'Ștefan Țăran'] },
  { face: 'bold', code: 'Cyrl', hard: ['Дмитро Ґалаґан', 'Њёўїє', 'Щербаківська', 'Ђорђе Џаџић', 'Қасымжомарт'] },
  { face: 'bold', code: 'Grek', hard: ['Παναγιώτης', 'Μαΐου Ἄννα', 'ΐΰ Ὀδυσσεύς', 'Γεώργιος'] },
  {
    face: 'arabic',
    code: 'Arab',
    hard: ['مُحَمَّدٌ', 'الأحمد الإسلام', 'پژمان گلپ ڈاکٹر', 'ڕەشید مەحموود', 'ذبیح‌الله', 'ښځه ټول لله', 'عَبْدُ ٱللّٰهِ'],
  },
  { face: 'armenian', code: 'Armn', hard: ['Գևորգյան', 'Մխիթար'] },
  { face: 'bengali', code: 'Beng', hard: ['শ্রীকৃষ্ণ', 'জ্ঞানেন্দ্র', 'বিশ্বজিৎ', 'তৌহিদুল', 'র‍্যাব', 'কর্তৃপক্ষ', 'ঙ্ক্ষ্ম'] },
  { face: 'devanagari', code: 'Deva', hard: ['नरेन्द्र', 'ज्ञानेश्वर', 'हृषिकेश', 'दुर्गा', 'श्रीकृष्ण', 'कीर्ति', 'षट्‌कोण'] },
  { face: 'ethiopic', code: 'Ethi', hard: ['ሰላም ተስፋዬ', 'ገብረ፡ሥላሴ', 'ኳንኳ'] },
  { face: 'georgian', code: 'Geor', hard: ['ჯუმბერ ღვინჯილია'] },
  { face: 'gurmukhi', code: 'Guru', hard: ['ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'ਸ੍ਵਰਨ', 'ਕੁੜ੍ਹੀ', 'ਢਿੱਲੋਂ'] },
  { face: 'hebrew', code: 'Hebr', hard: ['שָׁלוֹם', 'בֶּן־צִיּוֹן', 'חיים'] },
  { face: 'myanmar', code: 'Mymr', hard: ['ကျော်စွာ', 'မြင့်မြတ်သန္တာ', 'နွယ်နီ', 'စောကြည်'] },
  { face: 'sinhala', code: 'Sinh', hard: ['ප්‍රනාන්දු', 'ශ්‍රී', 'කෞශල්‍යා', 'දෛව'] },
  { face: 'tamil', code: 'Taml', hard: ['ஸ்ரீனிவாசன்', 'கௌதம்', 'க்ஷேமா', 'மொழி', 'கார்த்திக்', 'நூருல்'] },
  { face: 'tibetan', code: 'Tibt', hard: ['བསྟན་འཛིན་རྒྱ་མཚོ', 'ཚེ་རིང་སྒྲོལ་མ', 'ཕུན་ཚོགས'] },
]

/** The names of the demo's people in a script. */
export const demoNames = (code: string): string[] => {
  const pairs = cultures
    .filter(({ script }) => script === code)
    .flatMap(({ male, female, family, familyOfWomen }) => [...male, ...female, ...family, ...familyOfWomen])
  return [...new Set(pairs.map(({ native }) => native))]
}
