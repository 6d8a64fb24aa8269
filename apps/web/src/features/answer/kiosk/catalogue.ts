/** The texts of the kiosk: those of the survey page, and its own. */
export { loadCatalogue } from 'virtual:texts/shared+problems+answer+after-statements+kiosk'
