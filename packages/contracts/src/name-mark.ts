/** What stands in a released comment in the place of a name: one sign that no keyboard makes, said in the reader's language when it is shown. */
export const nameMark = '\ue000'
