import { type Instrument, instrument } from '@chorus/contracts/instrument'
import { belonging } from './scales/belonging.ts'
import { followThrough } from './scales/follow-through.ts'
import { leaderAsModel } from './scales/leader-as-model.ts'
import { learningCommunity } from './scales/learning-community.ts'
import { learningFromMistakes } from './scales/learning-from-mistakes.ts'
import { outcomes } from './scales/outcomes.ts'
import { psychologicalSafety } from './scales/psychological-safety.ts'
import { standards } from './scales/standards.ts'

/** The questionnaire every organisation starts with. Order is the order in which people see it. */
export const defaultInstrument: Instrument = instrument.parse({
  id: 'chorus-climate-1',
  name: {
    en: 'Chorus team climate',
    de: 'Chorus Teamklima',
    fr: 'Chorus, climat d’équipe',
    es: 'Chorus, clima de equipo',
    pt: 'Chorus, clima de equipe',
    ja: 'Chorus チーム風土',
    ar: 'Chorus مناخ الفريق',
  },
  scales: [
    psychologicalSafety,
    belonging,
    learningFromMistakes,
    standards,
    leaderAsModel,
    learningCommunity,
    outcomes,
    followThrough,
  ],
})
