/** Takes all steps of work that could be done in turns, and gives its result. */
export function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}
