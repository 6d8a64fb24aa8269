/** The texts that the survey page begins with, and no others. The rest come later: see `later-words.ts`. */
export { loadCatalogue } from 'virtual:texts/shared+answer'
