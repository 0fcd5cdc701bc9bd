/** Lets the page answer to the person before long work goes on, where there is no worker for it. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
