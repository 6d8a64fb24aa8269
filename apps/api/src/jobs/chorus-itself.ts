/** Who acts in the audit trail where nobody pressed a button. */
export const chorusItself = 'Chorus'
