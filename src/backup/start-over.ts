/** Begins again without anything that this tab still has in memory. */
export function startOver(): void {
  // An address without a fragment is loaded afresh; taking only the fragment away would show another page of this tab.
  window.location.replace(window.location.pathname)
}
