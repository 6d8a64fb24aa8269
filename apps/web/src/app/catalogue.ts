/** The texts of the app: one file for each language, so that a reader loads one. */
export { loadCatalogue } from 'virtual:texts/shared+shell+problems+problems-app+sign-in+home+reliability+report+programmes+organisation+faults+paper+trust+trail+stored+receipts+replies+history+actions+mail+poster+exports+tokens+benchmark+across-units+details+guide+comments+instruments+set-up+jobs+import'
