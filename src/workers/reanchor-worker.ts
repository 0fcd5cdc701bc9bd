import type { ReanchorRequest } from '../anchoring/reanchor.ts'
import { answerReanchoring } from './reanchor-protocol.ts'

addEventListener('message', ({ data }: MessageEvent<ReanchorRequest>) => {
  answerReanchoring(data, message => postMessage(message))
})
