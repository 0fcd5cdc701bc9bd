// What `npm run test:torture` does: the built program in a real browser, killed, cut off from power and damaged.
import { browserSuite, finish } from './steps.mjs'

browserSuite('torture', 'e2e/torture')
finish()
