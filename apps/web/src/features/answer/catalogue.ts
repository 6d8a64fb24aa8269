/** The texts of the survey page, and no others. */
export { loadCatalogue } from 'virtual:texts/shared+problems+answer'
