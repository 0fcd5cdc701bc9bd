import { cpus } from 'node:os'
import { pathToFileURL } from 'node:url'
import { describeSelector } from '../../src/anchoring/describe-selector.ts'
import { reanchor } from '../../src/anchoring/reanchor.ts'
import type { ChangeState } from '../../src/domain/change-state.ts'
import {
  judgeCorpus,
  readCorpus,
  type CorpusPair,
  type Fault,
  type Judged,
} from '../../src/testing/anchoring-corpus.ts'
import { generateEdit, USUAL_MIX, type EditMix } from './generated-edit.ts'
import { findLikeHypothesis } from './hypothesis-method.ts'
import { measured, measuredOther, SAMPLE } from './measured-edit.ts'

const FOLDER = new URL('src/anchoring/corpus/', pathToFileURL(`${process.cwd()}/`))

const STATES: readonly ChangeState['kind'][] = [
  'unchanged',
  'typography',
  'moved',
  'reworded',
  'fact-changed',
  'ambiguous',
  'orphaned',
]

const HARSH_MIX: EditMix = { wordsChanged: 0.1, paragraphsMoved: 0.1, sentencesDeleted: 0.05, sentencesAdded: 0.05 }

corpusTables()
articleTables()

function corpusTables(): void {
  const pairs = readCorpus(FOLDER)
  const methods = [
    {
      name: 'Factmark',
      judged: judgeCorpus(pairs, ({ from, to, statements }) =>
        reanchor({ from, to, spans: statements.map(({ span }) => span) }),
      ),
    },
    { name: "Hypothesis' method", judged: judgeCorpus(pairs, likeHypothesis) },
  ]
  const languages = new Set(pairs.map(({ from }) => from.language))
  console.log(
    `\nCorpus: ${pairs.length} edited articles in ${languages.size} languages, ${methods[0]!.judged.length} statements with hand-checked truth\n`,
  )
  for (const { name, judged } of methods) {
    console.log(name)
    console.table(
      Object.fromEntries([
        ...STATES.map(state => [state, rowOf(judged.filter(each => each.statement.states[0] === state))]),
        ['all', rowOf(judged)],
      ]),
    )
  }
}

/** What only knows places says of each: nothing changed, or gone. */
function likeHypothesis({ from, to, statements }: CorpusPair): readonly ChangeState[] {
  return statements.map(({ span }) => {
    const selector = describeSelector(from.text, span)
    const place = findLikeHypothesis(to.text, selector)
    return place ? { kind: 'unchanged', place } : { kind: 'orphaned', was: selector }
  })
}

function rowOf(judged: readonly Judged[]) {
  const count = (fault: Fault) => judged.filter(({ faults }) => faults.includes(fault)).length
  return {
    statements: judged.length,
    'same state': judged.length - count('other state'),
    'wrong place': count('wrong place'),
    'deleted, attached': count('deleted but attached'),
    'missed fact': count('missed fact'),
    orphaned: count('lost'),
  }
}

function articleTables(): void {
  console.log(
    `\n100,000 words, 5,000 statements, generated (Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'})\n`,
  )
  const usual = generateEdit({ seed: 1, wordCount: 100_000, spanCount: 5000 }, USUAL_MIX)
  const harsh = generateEdit({ seed: 2, wordCount: 100_000, spanCount: 5000 }, HARSH_MIX)
  const ofUsual = measured(usual)
  const other = measuredOther(usual)
  console.table({
    'Factmark, usual edit: 2 % of words, 2 % of paragraphs moved, 1.2 % of sentences deleted': ofUsual,
    "Hypothesis' method, the same": other,
    'Factmark, harsh edit: 10 % of words, 10 % moved, 5 % deleted, 5 % added': measured(harsh),
  })
  console.log(
    `Factmark is ${Math.round(other.seconds / ofUsual.seconds)} times as fast. The other method was measured on ${SAMPLE} statements and multiplied.\n`,
  )
}
