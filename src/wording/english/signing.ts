/** Words of the page about keys. */
export const signing = {
  title: 'Signing keys',
  settingsIntro:
    'Sign what you export, so that others see that nobody has changed it, and tell whose signatures you know.',
  toKeys: 'Signing keys',
  intro:
    'A signature shows that a set is as its signer let it out. Whose key it is, no program can know: people compare its fingerprint, on the telephone or face to face.',

  mine: 'Your key',
  noneYet: 'You have no key yet. It is made and kept in this browser; nothing is sent anywhere.',
  withFile: 'Make it so that it can be saved as a file',
  withFileHelp:
    'Otherwise it can never leave this browser, and is lost with its data: it is in no backup and no snapshot.',
  passphrase: 'Passphrase of the key',
  passphraseAgain: 'Passphrase again',
  passphraseMissing: 'Type a passphrase, or let the key stay in this browser.',
  passphraseDiffers: 'The two are not the same.',
  passphraseHelp: 'Whoever has the file and the passphrase signs as you. Nobody can open the file without it.',
  make: 'Make a key',
  making: 'Making it…',
  made: 'Your key is made.',
  madeSaveIt: 'Your key is made. Save its file now, and keep it where only you can reach it.',
  take: 'Use a key that you saved',
  takeFile: 'Key file',
  takeHelp: 'A file whose name ends in “.factmark-key”, from another device or browser.',
  takePassphrase: 'Its passphrase',
  taken: 'Your key is here again.',
  takeNow: 'Use this key',

  fingerprint: 'Fingerprint',
  kind: 'Kind',
  since: 'Since',
  saveKey: 'Save the key file',
  saveKeyHelp: 'For another device of yours. It opens with the passphrase that you gave when the key was made.',
  staysHere: 'This key cannot be saved as a file: it was made to stay in this browser.',
  savePublic: 'Save the public key',
  savePublicHelp: 'For those who shall know your signatures. Anybody may have it.',
  saved: (name: string) => `Handed to the browser as ${name}`,
  remove: 'Remove my key',
  removeTitle: 'Remove your key?',
  removeLost:
    'It was never made to be saved as a file, so it is gone for good. What you have signed stays valid, but you can sign nothing more with it.',
  removeSaved: 'You can sign again with this key only if you have saved its file and know its passphrase.',
  removeNow: 'Remove it',
  keep: 'Keep it',
  removed: 'Your key is removed from this browser.',

  trusted: 'Keys that you trust',
  trustedHelp: 'Signatures of these keys are shown with the name that you give here. Trusted keys are in your backups.',
  noTrusted: 'None yet. Add one from a file, or from a signed set that you import.',
  addFile: 'Add a public key',
  addFileHelp: 'A file whose name ends in “.factmark-public-key”.',
  whose: 'Whose key is it?',
  whoseHelp: 'The name under which you know its owner.',
  compare: 'Compare the whole fingerprint with its owner before you trust it.',
  trust: 'Trust this key',
  trustedNow: (name: string) => `You trust the key of ${name} now.`,
  cancel: 'Cancel',
  distrust: 'Remove',
  distrustFor: (name: string) => `Remove the key of ${name}`,
  distrusted: (name: string) => `You no longer trust the key of ${name}.`,
  sinceDay: (day: string) => `trusted since ${day}`,
  damaged: (count: number) =>
    count === 1
      ? '1 stored key cannot be read and is left out.'
      : `${count} stored keys cannot be read and are left out.`,

  problem: {
    unsupported: 'This browser cannot do this at this address. Use a current browser, and Factmark over https.',
    'not-a-key': 'This file holds no such key. Choose one that Factmark has saved.',
    'newer-key': 'This key was saved by a newer Factmark. Update Factmark, and try again.',
    'passphrase-needed': 'Type the passphrase of this key.',
    'wrong-passphrase': 'This is not the passphrase of this key.',
    damaged: 'This key file is damaged, or was changed. Use another copy of it.',
    'private-key': 'This file holds a private key, which only its owner should have. Ask for the public one.',
    storage: 'The key could not be stored. Nothing was changed; try again.',
  },
} as const
