import type { AgreementTexts } from '@chorus/contracts/agreements'

const first: AgreementTexts = {
  mustHold:
    'Nobody is put in danger: not on the road, not in the plant, not at three in the morning.\nCustomer data leaves our systems for nobody.\nA slip is told, never hidden.',
  margins:
    'Everything in the test environment.\nA change that can be rolled back within an hour.\nEin neuer Weg darf einmal scheitern, wenn vorher jemand davon weiß.',
  firstHour: 'Say it in the team channel. Roll back first, look for causes later.',
  firstDay: 'Tell everybody whom it touched.',
  firstWeek: 'Talk about it in the weekly meeting.',
  speakUp: 'Anybody may say “stop”.',
}

/**
 * Platform's agreement, and what the team changed after its session. Days are counted from the day the demo is filled.
 * `read`: how many of the unit have signed it as read.
 */
export const demoAgreement = {
  unit: 'platform',
  versions: [
    { proposed: -130, decided: -126, proposer: 0, read: 21, texts: first },
    {
      proposed: -45,
      decided: -43,
      proposer: 3,
      read: 18,
      texts: {
        ...first,
        margins:
          'Everything in the test environment.\nA change that can be rolled back within an hour, once a week also without asking.\nEin neuer Weg darf einmal scheitern, wenn vorher jemand davon weiß.',
        firstHour:
          'Say it in the team channel. Roll back first, look for causes later. Whoever is on call gets a second person at once.',
        firstDay: 'Tell everybody whom it touched. Write down what happened, in order and without names.',
        firstWeek:
          'Review it within three days. The first question is what made it likely, never who did it. Write a learning moment for the others.',
        speakUp:
          'Anybody may say “stop”, and is thanked for it.\nWer leitet, fängt mit dem eigenen Fehler an.',
      },
    },
  ] satisfies readonly {
    readonly proposed: number
    readonly decided: number
    readonly proposer: number
    readonly read: number
    readonly texts: AgreementTexts
  }[],
}
