/**
 * What civil servants of the United Kingdom said in their yearly survey: of each question the share who agreed or strongly agreed (the upper
 * two of five answers), as the median over about a hundred organisations ("Civil Service Benchmark"), 0 to 1.
 * Source: Civil Service People Survey 2024, benchmark results. Only the questions that `comparable-questions.ts` names are kept.
 * Licence: see NOTICE.md beside this file; whoever shows a number of it shows the attribution, too.
 */
export const civilServicePeopleSurvey = {
  year: 2024,
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0; processed data by Matt Kerlogue, CC BY 4.0',
  medians: {
    'safe-to-challenge': 0.51016,
    'supported-if-try-new-idea': 0.74972,
    'team-relied-upon': 0.88049,
    'contribute-views': 0.39111,
    'action-taken-on-last-survey': 0.3763,
  },
} as const

export type CivilServiceQuestion = keyof typeof civilServicePeopleSurvey.medians
